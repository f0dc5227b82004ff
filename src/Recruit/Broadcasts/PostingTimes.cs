using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Deliveries;
using Recruit.Persistence;

namespace Recruit.Broadcasts;

/// <summary>What stands on each account's calendar already, for choosing the next instants.</summary>
public sealed class PostingTimes
{
    private readonly Dictionary<Guid, List<TakenTime>> _taken;

    private PostingTimes(Dictionary<Guid, List<TakenTime>> taken) => _taken = taken;

    public static async Task<PostingTimes> ReadAsync(RecruitDb db, IEnumerable<Account> accounts, DateTimeOffset now, CancellationToken ct)
    {
        var ids = accounts.Where(account => account.Cadence.Binds).Select(account => account.Id).ToList();
        if (ids.Count == 0)
            return new PostingTimes([]);

        // The longest gap is seven days.
        var since = now - TimeSpan.FromDays(7);
        var taken = await db.PlannedDeliveries.AsNoTracking()
            .Where(planned => ids.Contains(planned.Delivery!.AccountId) && planned.Delivery.DueAt > since
                && planned.Delivery.State != DeliveryState.Cancelled && planned.Delivery.State != DeliveryState.Skipped && planned.Delivery.State != DeliveryState.Rejected)
            .Select(planned => new { planned.Delivery!.AccountId, At = planned.Delivery.PublishedAt ?? planned.Delivery.DueAt!.Value, Department = (string?)planned.Broadcast!.Vacancy!.Department })
            .ToListAsync(ct);
        return new PostingTimes(taken.GroupBy(one => one.AccountId).ToDictionary(group => group.Key, group => group.Select(one => new TakenTime(one.At, one.Department ?? "")).ToList()));
    }

    /// <summary>Chooses and keeps the place, so that the next choice stays clear of it.</summary>
    public DateTimeOffset Take(Account account, DateTimeOffset wished, string department, TimeZoneInfo zone)
    {
        if (!account.Cadence.Binds)
            return wished;
        if (!_taken.TryGetValue(account.Id, out var taken))
            _taken[account.Id] = taken = [];

        var at = PostingWindow.Choose(wished, department, account.Cadence, zone, taken);
        taken.Add(new TakenTime(at, department));
        return at;
    }
}
