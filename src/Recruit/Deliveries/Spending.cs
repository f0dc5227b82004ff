using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>What a month has cost an account, in US dollars.</summary>
/// <param name="Posts">Posts that stand or stood, and those that may: a send without an answer is counted until it is settled.</param>
/// <param name="Reads">Numbers read back.</param>
public sealed record MonthSpend(decimal Posts, decimal Reads, int PostCount)
{
    public static MonthSpend None { get; } = new(0, 0, 0);

    public decimal Total => Posts + Reads;

    /// <summary>Whether the account's cap is nearly used up; false without one.</summary>
    public bool IsNear(Account account, int nearPercent) => account.MonthlyCap is { } cap && Total * 100 >= cap * nearPercent;
}

/// <summary>What has been spent, summed from what stands in the tables.</summary>
public static class Spending
{
    extension(RecruitDb db)
    {
        /// <summary>By account, for the month of the instant; accounts that cost nothing are absent.</summary>
        /// <param name="accountId">Null: all.</param>
        public async Task<Dictionary<Guid, MonthSpend>> SpentAsync(DateTimeOffset at, Guid? accountId = null, CancellationToken ct = default)
        {
            var month = BillingMonth.Of(at);
            var (start, end, number) = (month.Start, month.End, month.Number);
            var posts = await db.Deliveries
                .Where(delivery => accountId == null || delivery.AccountId == accountId)
                .Where(delivery => delivery.CostMicros > 0 && ((delivery.PublishedAt >= start && delivery.PublishedAt < end)
                    || ((delivery.State == DeliveryState.Sending || delivery.State == DeliveryState.Uncertain) && delivery.LastAttemptAt >= start && delivery.LastAttemptAt < end)))
                .GroupBy(delivery => delivery.AccountId)
                .Select(group => new { group.Key, Micros = group.Sum(delivery => delivery.CostMicros ?? 0), Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, ct);
            var reads = await db.ReadingCosts.Where(cost => cost.Month == number && (accountId == null || cost.AccountId == accountId)).ToDictionaryAsync(cost => cost.AccountId, cost => cost.Micros, ct);
            return posts.Keys.Union(reads.Keys).ToDictionary(id => id, id => new MonthSpend(
                Money.FromMicros(posts.GetValueOrDefault(id)?.Micros ?? 0), Money.FromMicros(reads.GetValueOrDefault(id)), posts.GetValueOrDefault(id)?.Count ?? 0));
        }
    }
}
