using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Deliveries;
using Recruit.Persistence;
using Recruit.Templates;

namespace Recruit.Broadcasts;

/// <summary>Finds out whether an account has said, or will say, the same words within the days that it sets, about the same vacancy or without a link.
/// Another vacancy's post has a link of its own and is another post.</summary>
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
        var said = await db.PlannedDeliveries.AsNoTracking().Select(planned => new { planned.Broadcast!.VacancyId, Delivery = planned.Delivery! })
            .Where(one => ids.Contains(one.Delivery.AccountId) && !(one.Delivery.AwaitsRelease && one.Delivery.DueAt == null) && (one.Delivery.PublishedAt ?? one.Delivery.DueAt ?? one.Delivery.CreatedAt) > since
                && one.Delivery.State != DeliveryState.Cancelled && one.Delivery.State != DeliveryState.Skipped && one.Delivery.State != DeliveryState.Rejected)
            .Select(one => new { one.VacancyId, one.Delivery.AccountId, At = one.Delivery.PublishedAt ?? one.Delivery.DueAt ?? one.Delivery.CreatedAt, one.Delivery.Content, one.Delivery.Label })
            .ToListAsync(ct);
        return new RepeatedWords(said.ConvertAll(one => new Saying(one.AccountId, one.VacancyId, one.Content.Link is not null, one.At, one.Content.Words, one.Label)), now);
    }

    /// <summary>The copy as it is, or with the sentence that says whose words it repeats; it then counts as said.</summary>
    /// <param name="vacancyId">What the copy is about; null for a digest, which is compared with the account's other digests.</param>
    public ComposedCopy Check(Account account, Guid? vacancyId, ComposedCopy copy)
    {
        if (copy.Failure is not null || copy.Post.AwaitsRelease || account.Cadence.RepeatDays == 0)
            return copy;

        var at = copy.Post.DueAt ?? _now;
        var words = copy.Content.Words;
        var days = TimeSpan.FromDays(account.Cadence.RepeatDays);
        if (_said.Find(other => other.AccountId == account.Id && other.Words == words
                && (other.VacancyId == vacancyId || !other.HasLink || copy.Content.Link is null) && (other.At - at).Duration() < days) is { } same)
            return copy with { Repeats = $"{account.Handle} says the same words within {account.Cadence.RepeatDays} days ({same.Label}). Change some of them, or choose another time." };

        _said.Add(new Saying(account.Id, vacancyId, copy.Content.Link is not null, at, words, copy.Post.Moment.Words().ToLowerInvariant()));
        return copy;
    }

    private sealed record Saying(Guid AccountId, Guid? VacancyId, bool HasLink, DateTimeOffset At, string Words, string Label);
}
