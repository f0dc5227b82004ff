using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>Holds an account to its monthly cap right before a send. What would exceed it waits for a person, and is never dropped.</summary>
public sealed class AccountBudget(IDbContextFactory<RecruitDb> databases, TimeProvider clock)
{
    /// <param name="delivery">With its account.</param>
    /// <param name="price">In US dollars; null where posting is free.</param>
    /// <returns>Where the next month begins, and the sentence for the row; null when it may go.</returns>
    public async Task<PaceHold?> HoldsUntilAsync(Delivery delivery, decimal? price, CancellationToken ct)
    {
        if (delivery.Account!.MonthlyCap is not { } cap || price is not > 0 || delivery.MayExceedCap)
            return null;

        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var spent = (await db.SpentAsync(now, delivery.AccountId, ct)).GetValueOrDefault(delivery.AccountId, MonthSpend.None).Total;
        return spent + price <= cap
            ? null
            : new PaceHold(BillingMonth.Of(now).End,
                $"It costs {Money.Say(price.Value)}, and {delivery.Account.Handle} has spent {Money.Say(spent)} of its {Money.Say(cap)} for the month. Raise the cap, send it anyway or call it off; else it waits for the next month.");
    }
}
