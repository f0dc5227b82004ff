using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Deliveries;
using Recruit.Persistence;
using Recruit.Templates;

namespace Recruit.Broadcasts;

/// <summary>Finds out whether an account has said, or will say, the same words within the days that it sets. Networks hide such posts or refuse them.</summary>
public sealed class RepeatedWords
{
    private readonly List<Saying> _said;
    private readonly DateTimeOffset _now;

    private RepeatedWords(List<Saying> said, DateTimeOffset now) => (_said, _now) = (said, now);

    public static async Task<RepeatedWords> ReadAsync(RecruitDb db, IEnumerable<Account> accounts, DateTimeOffset now, CancellationToken ct)
    {
        var watching = accounts.Where(account => account.Cadence.RepeatDays > 0).ToList();
        if (watching.Count == 0)
            return new RepeatedWords([], now);

        var ids = watching.ConvertAll(account => account.Id);
        var since = now.AddDays(-watching.Max(account => account.Cadence.RepeatDays));
        // A notice that waits for its release has no time to compare yet.
        var said = await db.Deliveries.AsNoTracking()
            .Where(delivery => ids.Contains(delivery.AccountId) && !(delivery.AwaitsRelease && delivery.DueAt == null) && (delivery.PublishedAt ?? delivery.DueAt ?? delivery.CreatedAt) > since
                && delivery.State != DeliveryState.Cancelled && delivery.State != DeliveryState.Skipped && delivery.State != DeliveryState.Rejected)
            .Select(delivery => new { delivery.AccountId, At = delivery.PublishedAt ?? delivery.DueAt ?? delivery.CreatedAt, delivery.Content, delivery.Label })
            .ToListAsync(ct);
        return new RepeatedWords(said.ConvertAll(one => new Saying(one.AccountId, one.At, one.Content.Words, one.Label)), now);
    }

    /// <summary>The copy as it is, or with the sentence that says whose words it repeats; it then counts as said.</summary>
    public ComposedCopy Check(Account account, ComposedCopy copy)
    {
        if (copy.Failure is not null || copy.Post.AwaitsRelease || account.Cadence.RepeatDays == 0)
            return copy;

        var at = copy.Post.DueAt ?? _now;
        var words = copy.Content.Words;
        var days = TimeSpan.FromDays(account.Cadence.RepeatDays);
        if (_said.Find(other => other.AccountId == account.Id && other.Words == words && (other.At - at).Duration() < days) is { } same)
            return copy with { Repeats = $"{account.Handle} says the same words within {account.Cadence.RepeatDays} days ({same.Label}). Change some of them, or choose another time." };

        _said.Add(new Saying(account.Id, at, words, copy.Post.Moment.Words().ToLowerInvariant()));
        return copy;
    }

    private sealed record Saying(Guid AccountId, DateTimeOffset At, string Words, string Label);
}
