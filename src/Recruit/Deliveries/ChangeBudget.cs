using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>Sets an account's monthly cap. It stands here and not in Accounts, because what waits for the budget is looked at again.</summary>
public sealed class ChangeBudget(IDbContextFactory<RecruitDb> databases, Lanes lanes, TimeProvider clock)
{
    private const decimal Highest = 1_000_000m;

    /// <param name="cap">US dollars in a month of UTC; null: no cap.</param>
    /// <returns>The sentence that keeps it from being saved; null when it is saved.</returns>
    /// <exception cref="NotAllowedException">The person may not.</exception>
    public async Task<string?> RunAsync(Guid staffId, Guid accountId, decimal? cap, CancellationToken ct = default)
    {
        if (cap is < 0 or > Highest || (cap is { } dollars && decimal.Round(dollars, 2) != dollars))
            return $"The cap is an amount of 0 to {Money.Say(Highest)} a month, in whole cents; leave it empty for no cap.";

        await databases.ChangeAsync(async db =>
        {
            var now = clock.GetUtcNow();
            var actor = await db.DemandAsync(staffId, Permission.RunBudgets, ct: ct);
            var account = await db.Accounts.SingleAsync(row => row.Id == accountId, ct);
            account.MonthlyCap = cap;
            db.Audit(actor, Acts.AccountChanged, accountId, now, note: cap is { } set ? $"Monthly cap: {Money.Say(set)}" : "No monthly cap");
            // Each is held to the new cap when the lane takes it, in their order.
            foreach (var delivery in await db.Deliveries.Where(row => row.AccountId == accountId && row.NeedsPerson
                && (row.State == DeliveryState.Scheduled || row.State == DeliveryState.Retrying)).ToListAsync(ct))
                delivery.LetGo(now, beyondCap: false);
        }, ct);
        await lanes.ArmAsync(accountId, ct);
        return null;
    }
}
