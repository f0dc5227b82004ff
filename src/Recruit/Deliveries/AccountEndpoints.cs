using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Api;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <param name="StateReason">Why it is not active, and what to do.</param>
/// <param name="WaitUntil">No call leaves before: the network's limit is reached.</param>
/// <param name="Waiting">Approved deliveries that have not gone out, of the facilities that you see.</param>
public sealed record AccountAnswer(Guid Id, string Network, string Handle, string RemoteId, AccountState State, string StateReason, DateTimeOffset? WaitUntil, WhenFilled WhenFilled, int Waiting);

/// <param name="Reason">Others read it.</param>
public sealed record PauseRequest(string? Reason);

/// <summary>Accounts for programs; here and not in Accounts, because a change must wake the account's lane.</summary>
public static class AccountEndpoints
{
    private const int LongestReason = 300;

    public static void MapAccountApi(this RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("Accounts");
        accounts.MapGet("", ListAsync).WithSummary("The hospital's accounts on the networks");
        accounts.MapPost("/{id:guid}/pause", PauseAsync).WithSummary("Nothing goes out on it until it is resumed; its deliveries wait")
            .Produces<AccountAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        accounts.MapPost("/{id:guid}/resume", ResumeAsync).WithSummary("Lets its deliveries go out at their times again")
            .Produces<AccountAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<List<AccountAnswer>> ListAsync(ClaimsPrincipal user, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var accounts = await db.Accounts.AsNoTracking().OrderBy(account => account.Handle).ToListAsync(ct);
        var waiting = await db.Deliveries.VisibleTo(await db.ScopeOfAsync(user.StaffId(), ct)).Where(delivery => delivery.State == DeliveryState.Scheduled || delivery.State == DeliveryState.Retrying)
            .GroupBy(delivery => delivery.AccountId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return [.. accounts.Select(account => new AccountAnswer(account.Id, account.Channel.Value, account.Handle, account.RemoteId, account.State, account.StateReason,
            account.WaitUntil, account.WhenFilled, waiting.GetValueOrDefault(account.Id)))];
    }

    private static async Task<IResult> PauseAsync(
        Guid id, Body<PauseRequest>? body, ClaimsPrincipal user, ChangeAccount change, Lanes lanes, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        var reason = body?.Value.Reason?.Trim() ?? "";
        return reason.Length is 0 or > LongestReason
            ? ApiProblems.Incomplete("reason", $"Say why in at most {LongestReason} letters: others will ask why nothing goes out.")
            : await ActAsync(id, user, () => change.PauseAsync(user.StaffId(), id, reason, ct), lanes, contexts, ct);
    }

    private static Task<IResult> ResumeAsync(Guid id, ClaimsPrincipal user, ChangeAccount change, Lanes lanes, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
        => ActAsync(id, user, () => change.ResumeAsync(user.StaffId(), id, ct), lanes, contexts, ct);

    private static async Task<IResult> ActAsync(Guid id, ClaimsPrincipal user, Func<Task> act, Lanes lanes, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        if (!(await ListAsync(user, contexts, ct)).Exists(account => account.Id == id))
            return ApiProblems.NotFound("There is no account with this id. GET /api/v1/accounts lists all.");

        await act();
        await lanes.ArmAsync(id, ct);
        return Results.Ok((await ListAsync(user, contexts, ct)).Find(account => account.Id == id));
    }
}
