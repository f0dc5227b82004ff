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
/// <param name="MonthlyCap">US dollars in a month of UTC; null: no cap.</param>
/// <param name="SpentThisMonth">US dollars for posts and for reading numbers, since the month of UTC began.</param>
/// <param name="Digest">The standing order for a digest; null: none.</param>
public sealed record AccountAnswer(
    Guid Id, string Network, string Handle, string RemoteId, AccountState State, string StateReason, DateTimeOffset? WaitUntil, WhenFilled WhenFilled, int Waiting,
    decimal? MonthlyCap, decimal SpentThisMonth, DigestOrder? Digest);

/// <param name="MonthlyCap">US dollars in a month of UTC, whole cents; null: no cap. It must be said, for leaving it out would lift the cap by mistake.</param>
public sealed record BudgetRequest([property: System.Text.Json.Serialization.JsonRequired] decimal? MonthlyCap);

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
        accounts.MapPut("/{id:guid}/budget", SetBudgetAsync).WithSummary("Sets its monthly cap. What would exceed it waits and asks a person")
            .Produces<AccountAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<List<AccountAnswer>> ListAsync(ClaimsPrincipal user, IDbContextFactory<RecruitDb> contexts, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var accounts = await db.Accounts.AsNoTracking().OrderBy(account => account.Handle).ToListAsync(ct);
        var waiting = await db.Deliveries.VisibleTo(await db.ScopeOfAsync(user.StaffId(), ct)).Where(delivery => delivery.State == DeliveryState.Scheduled || delivery.State == DeliveryState.Retrying)
            .GroupBy(delivery => delivery.AccountId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var spent = await db.SpentAsync(clock.GetUtcNow(), ct: ct);
        return [.. accounts.Select(account => new AccountAnswer(account.Id, account.Channel.Value, account.Handle, account.RemoteId, account.State, account.StateReason,
            account.WaitUntil, account.WhenFilled, waiting.GetValueOrDefault(account.Id),
            account.MonthlyCap, spent.GetValueOrDefault(account.Id, MonthSpend.None).Total, account.Digest))];
    }

    private static async Task<IResult> PauseAsync(
        Guid id, Body<PauseRequest>? body, ClaimsPrincipal user, ChangeAccount change, Lanes lanes, IDbContextFactory<RecruitDb> contexts, TimeProvider clock, CancellationToken ct)
    {
        var reason = body?.Value.Reason?.Trim() ?? "";
        return reason.Length is 0 or > LongestReason
            ? ApiProblems.Incomplete("reason", $"Say why in at most {LongestReason} letters: others will ask why nothing goes out.")
            : await ActAsync(id, user, () => change.PauseAsync(user.StaffId(), id, reason, ct), lanes, contexts, clock, ct);
    }

    private static Task<IResult> ResumeAsync(Guid id, ClaimsPrincipal user, ChangeAccount change, Lanes lanes, IDbContextFactory<RecruitDb> contexts, TimeProvider clock, CancellationToken ct)
        => ActAsync(id, user, () => change.ResumeAsync(user.StaffId(), id, ct), lanes, contexts, clock, ct);

    private static async Task<IResult> SetBudgetAsync(
        Guid id, Body<BudgetRequest> body, ClaimsPrincipal user, ChangeBudget change, Lanes lanes, IDbContextFactory<RecruitDb> contexts, TimeProvider clock, CancellationToken ct)
    {
        var refusal = "";
        var answer = await ActAsync(id, user, async () => refusal = await change.RunAsync(user.StaffId(), id, body.Value.MonthlyCap, ct) ?? "", lanes, contexts, clock, ct);
        return refusal.Length > 0 ? ApiProblems.Incomplete("monthlyCap", refusal) : answer;
    }

    private static async Task<IResult> ActAsync(Guid id, ClaimsPrincipal user, Func<Task> act, Lanes lanes, IDbContextFactory<RecruitDb> contexts, TimeProvider clock, CancellationToken ct)
    {
        if (!(await ListAsync(user, contexts, clock, ct)).Exists(account => account.Id == id))
            return ApiProblems.NotFound("There is no account with this id. GET /api/v1/accounts lists all.");

        await act();
        await lanes.ArmAsync(id, ct);
        return Results.Ok((await ListAsync(user, contexts, clock, ct)).Find(account => account.Id == id));
    }
}
