using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Api;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Broadcasts;

public enum DigestWhen
{
    Weekly,
    /// <summary>Only in weeks that find the account's monthly cap nearly used up.</summary>
    NearCap,
}

/// <param name="Facility">Whose openings it tells of: an id or a name.</param>
/// <param name="Specialty">Only those of this specialty; empty or left out: all of the facility.</param>
/// <param name="Day">Monday to Sunday.</param>
/// <param name="Time">In the facility's zone: 09:00.</param>
public sealed record DigestRequest(string? Facility, string? Specialty, DayOfWeek? Day, string? Time, DigestWhen When = DigestWhen.Weekly);

/// <param name="Trouble">Why the next one could not be written; empty while it can.</param>
/// <param name="PlannedFor">The last instant for which one was written.</param>
public sealed record DigestAnswer(Guid AccountId, Guid FacilityId, string Specialty, DayOfWeek Day, string Time, DigestWhen When, string Trouble, DateTimeOffset? PlannedFor)
{
    public static DigestAnswer Of(Account account, DigestOrder order) => new(account.Id, order.FacilityId, order.Specialty, order.Day,
        order.Time.ToString("HH:mm", CultureInfo.InvariantCulture), order.OnlyNearCap ? DigestWhen.NearCap : DigestWhen.Weekly, account.DigestTrouble, account.DigestPlannedFor);
}

/// <summary>Standing orders for digests, for programs.</summary>
public static class DigestEndpoints
{
    private const int LongestSpecialty = 200;

    public static void MapDigestApi(this RouteGroupBuilder api)
    {
        var digests = api.MapGroup("/accounts/{id:guid}/digest").WithTags("Accounts");
        digests.MapGet("", ReadAsync).WithSummary("Its standing order for a digest").Produces<DigestAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        digests.MapPut("", OrderAsync).WithSummary("Orders a digest of open vacancies. One that is due within a day is written at once, and waits for approval")
            .Produces<DigestAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        digests.MapDelete("", EndAsync).WithSummary("Ends the order. What is planned already stays").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ReadAsync(Guid id, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
        => await FindAsync(id, contexts, ct) is not { } account ? NoSuch
            : account.Digest is { } order ? Results.Ok(DigestAnswer.Of(account, order)) : ApiProblems.NotFound("This account has no digest. PUT orders one.");

    private static async Task<IResult> OrderAsync(
        Guid id, Body<DigestRequest> body, ClaimsPrincipal user, VacancyDesk desk, ChangeAccount change, PlanDigests plan, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        if (await FindAsync(id, contexts, ct) is null)
            return NoSuch;

        var wish = body.Value;
        var (facilityId, refusal) = await desk.FacilityAsync(wish.Facility, user, ct);
        if (refusal is not null)
            return refusal;
        if (wish.Day is not { } day)
            return ApiProblems.Incomplete("day", "Name the day of the week, for example monday.");
        if (!TimeOnly.TryParseExact(wish.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return ApiProblems.Incomplete("time", "Say at what time it goes out in the facility's zone, for example 09:00.");
        var specialty = wish.Specialty?.Trim() ?? "";
        if (specialty.Length > LongestSpecialty)
            return ApiProblems.Incomplete("specialty", $"A specialty has at most {LongestSpecialty} letters.");

        await change.SetDigestAsync(user.StaffId(), id, new DigestOrder(facilityId, specialty, day, time) { OnlyNearCap = wish.When == DigestWhen.NearCap }, ct);
        await plan.RunAsync(ct);
        return await ReadAsync(id, contexts, ct);
    }

    private static async Task<IResult> EndAsync(Guid id, ClaimsPrincipal user, ChangeAccount change, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        if (await FindAsync(id, contexts, ct) is null)
            return NoSuch;

        await change.SetDigestAsync(user.StaffId(), id, null, ct);
        return Results.NoContent();
    }

    private static IResult NoSuch => ApiProblems.NotFound("There is no account with this id. GET /api/v1/accounts lists all.");

    private static async Task<Account?> FindAsync(Guid id, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
    }
}
