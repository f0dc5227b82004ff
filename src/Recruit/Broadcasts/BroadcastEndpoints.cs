using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Api;
using Recruit.Deliveries;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <summary>Broadcasts for programs: one person's key submits, another person's key approves.</summary>
public static class BroadcastEndpoints
{
    public static void MapBroadcastApi(this RouteGroupBuilder api)
    {
        var broadcasts = api.MapGroup("/broadcasts").WithTags("Broadcasts");
        broadcasts.MapPost("", CreateAsync).WithSummary("Plans the deliveries of an open vacancy; they wait for approval by somebody else. "
                + "With an Idempotency-Key the same request again answers the broadcast that it made")
            .Produces<BroadcastAnswer>(StatusCodes.Status201Created).Produces<BroadcastAnswer>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        broadcasts.MapGet("/{id:guid}", ReadAsync).WithSummary("One broadcast with its deliveries")
            .Produces<BroadcastAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        broadcasts.MapPost("/{id:guid}/approve", ApproveAsync).WithSummary("Approves what waits, all of it or what the body lists. Nobody approves what they wrote")
            .Produces<ApproveAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> CreateAsync(
        Body<BroadcastRequest> body, [FromHeader(Name = RequestMark.Header)] string? key, ClaimsPrincipal user, VacancyDesk vacancies, DeliveryDesk desk, PlanBroadcast plan,
        IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        var request = body.Value;
        var mark = RequestMark.Of(key, request);
        if (mark is { Key.Length: > RequestMark.LongestKey })
            return ApiProblems.Incomplete(RequestMark.Header, $"The header {RequestMark.Header} holds at most {RequestMark.LongestKey} letters. A UUID for each broadcast is enough.");

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await KnownAsync(db, mark, user, desk, ct) is { } known)
            return known;
        if (string.IsNullOrWhiteSpace(request.Vacancy) || await vacancies.FindEitherAsync(request.Vacancy, user, ct) is not { } vacancy)
            return ApiProblems.Incomplete("vacancy", "Name a vacancy that you see, by its id or its requisition id.");
        if (request.Moments?.Contains(Moment.Digest) == true)
            return ApiProblems.Incomplete("moments", "A digest tells of several vacancies. Choose from announce, reminder, closingSoon, filled.");

        // Before the networks are asked about audiences, not after.
        await db.DemandAsync(user.StaffId(), Permission.SubmitBroadcasts, vacancy.FacilityId, ct);
        var all = await db.Accounts.AsNoTracking().ToListAsync(ct);
        var meant = () => AccountRoute.Choose(all, vacancy.FacilityId, vacancy.Department, vacancy.Specialty).Select(account => account.Id.ToString()).ToList();
        var (accounts, refusal) = Choose(all, request.Accounts ?? meant());
        if (refusal is not null)
            return refusal;

        var choices = request.ToChoices();
        var preview = await plan.PreviewAsync(vacancy.Id, accounts, choices, ct: ct);
        if (preview.Problems.Count > 0)
            return Refused(preview.Problems);

        var chosen = preview.Copies.Select(copy => new ChosenCopy(copy.Post, copy.LinkCode, copy.Content.Targeting, null, request.Untargeted != false)).ToList();
        try
        {
            return await plan.RunAsync(vacancy.Id, chosen, choices.LatePolicy, user.StaffId(), mark, ct) switch
            {
                BroadcastResult.Submitted submitted => Results.Created(Urls.ApiBroadcast(submitted.BroadcastId), (await ShowAsync(db, submitted.BroadcastId, user, desk, ct))! with { Notes = preview.Notes }),
                // Perhaps because the same request came first, meanwhile, and says these words already.
                BroadcastResult.Refused refused => await KnownAsync(db, mark, user, desk, ct) ?? Refused(refused.Reasons),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (DbUpdateException) when (mark is not null && !ct.IsCancellationRequested)
        {
            // The same request came twice at once, and the other one was first.
            if (await KnownAsync(db, mark, user, desk, ct) is { } first)
                return first;
            throw;
        }
    }

    /// <summary>What the same request made before; null when it is the first of its kind.</summary>
    private static async Task<IResult?> KnownAsync(RecruitDb db, RequestMark? mark, ClaimsPrincipal user, DeliveryDesk desk, CancellationToken ct)
    {
        var staffId = user.StaffId();
        if (mark is null || await db.Broadcasts.AsNoTracking().SingleOrDefaultAsync(row => row.SubmittedBy == staffId && row.RequestKey == mark.Key, ct) is not { } made)
            return null;
        if (made.RequestHash != mark.BodyHash)
            return ApiProblems.Incomplete(RequestMark.Header, "Another body came with this key before. Send a new key with each new broadcast.");
        return await ShowAsync(db, made.Id, user, desk, ct) is { } broadcast ? Results.Ok(broadcast) : NoSuch;
    }

    private static async Task<IResult> ReadAsync(Guid id, ClaimsPrincipal user, DeliveryDesk desk, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ShowAsync(db, id, user, desk, ct) is { } broadcast ? Results.Ok(broadcast) : NoSuch;
    }

    private static async Task<IResult> ApproveAsync(
        Guid id, Body<ApproveRequest>? body, ClaimsPrincipal user, DeliveryDesk desk, ApproveDeliveries approve, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var staffId = user.StaffId();
        var broadcast = await db.Broadcasts.AsNoTracking().VisibleTo(await db.ScopeOfAsync(staffId, ct))
            .Include(row => row.Planned).ThenInclude(planned => planned.Delivery).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (broadcast is null)
            return NoSuch;

        await db.DemandAsync(staffId, Permission.ApproveDeliveries, broadcast.FacilityId, ct);
        var deliveries = broadcast.Planned.Select(planned => planned.Delivery!).ToList();
        if (body?.Value.Deliveries is { } listed && listed.Any(one => one is null || deliveries.TrueForAll(delivery => delivery.Id != one.Id)))
            return ApiProblems.Incomplete("deliveries", "List deliveries of this broadcast only, each by its id and the hash that you read.");

        var seen = Seen(deliveries, body?.Value.Deliveries);
        if (seen.Count > 0 && seen.TrueForAll(one => deliveries.Find(delivery => delivery.Id == one.DeliveryId)!.Writers.Contains(staffId)))
            return ApiProblems.NotAllowed("You wrote or edited these words, so someone else must approve them. Use the key of another person who is a recruiter.");

        var result = await approve.RunAsync(seen, staffId, ct);
        return result is { Approved: 0, Refusals.Count: > 0 }
            ? ApiProblems.Conflict(result.Refusals[0], new Dictionary<string, object?> { ["refusals"] = result.Refusals })
            : Results.Ok(new ApproveAnswer(result.Approved, result.Refusals, (await ShowAsync(db, id, user, desk, ct))!));
    }

    /// <summary>What was approved already, in these words, is left out: a program that did not hear the answer asks again.</summary>
    private static List<SeenDelivery> Seen(List<Delivery> deliveries, IReadOnlyList<SeenRequest>? listed) => listed is null
        ? [.. deliveries.Where(delivery => delivery.State == DeliveryState.Held).Select(delivery => new SeenDelivery(delivery.Id, delivery.Hash))]
        : [.. from one in listed
              let delivery = deliveries.Find(row => row.Id == one.Id)!
              where !(delivery.IsApproved && (one.Hash is null || one.Hash == delivery.ApprovedHash))
              select new SeenDelivery(delivery.Id, one.Hash ?? delivery.Hash)];

    private static async Task<BroadcastAnswer?> ShowAsync(RecruitDb db, Guid id, ClaimsPrincipal user, DeliveryDesk desk, CancellationToken ct)
    {
        var broadcast = await db.Broadcasts.AsNoTracking().VisibleTo(await db.ScopeOfAsync(user.StaffId(), ct)).Include(row => row.Vacancy).Include(row => row.Digest)
            .Include(row => row.Planned).ThenInclude(planned => planned.Delivery).ThenInclude(delivery => delivery!.Account)
            .AsSplitQuery().SingleOrDefaultAsync(row => row.Id == id, ct);
        if (broadcast is null)
            return null;

        var rows = broadcast.Planned.Select(planned => planned.Delivery!).OrderBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Id).ToList();
        return new BroadcastAnswer(broadcast.Id, broadcast.VacancyId, broadcast.Vacancy?.RequisitionId, [.. broadcast.Digest.Select(one => one.VacancyId)], broadcast.SubmittedByName, broadcast.SubmittedAt, [], await desk.ShowAsync(db, rows, ct));
    }

    private static (List<Guid> Ids, IResult? Refusal) Choose(List<Account> all, IReadOnlyList<string> wanted)
    {
        var chosen = new List<Guid>();
        foreach (var word in wanted)
        {
            if (string.IsNullOrWhiteSpace(word))
                return ([], ApiProblems.Incomplete("accounts", "Name each account by its id or its handle. GET /api/v1/accounts lists all."));
            var found = Guid.TryParse(word, out var id)
                ? all.FindAll(account => account.Id == id)
                : all.FindAll(account => string.Equals(account.Handle, word.Trim(), StringComparison.OrdinalIgnoreCase));
            if (found.Count != 1)
                return ([], ApiProblems.Incomplete("accounts", found.Count == 0
                    ? $"There is no account {word}. GET /api/v1/accounts lists all."
                    : $"Several accounts are called {word}. Name one by its id: GET /api/v1/accounts lists all."));
            chosen.Add(found[0].Id);
        }

        return ([.. chosen.Distinct()], null);
    }

    private static IResult NoSuch => ApiProblems.NotFound("You see no broadcast with this id. Deliveries name theirs: GET /api/v1/deliveries.");

    private static IResult Refused(IReadOnlyList<string> reasons)
        => ApiProblems.Of(StatusCodes.Status422UnprocessableEntity, "Not planned", reasons[0], new Dictionary<string, object?> { ["reasons"] = reasons });
}
