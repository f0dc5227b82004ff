using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Facilities;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <param name="Reason">For the row, a sentence.</param>
public sealed record PaceHold(DateTimeOffset Until, string Reason);

/// <summary>Holds an account to its cadence right before a send: planning chose a free instant, but posts may have moved since.</summary>
public sealed class AccountPace(IDbContextFactory<RecruitDb> databases, TimeProvider clock)
{
    /// <param name="delivery">With its account.</param>
    /// <returns>When it may go instead, and why; null when it may go now.</returns>
    public async Task<PaceHold?> HoldsUntilAsync(Delivery delivery, CancellationToken ct)
    {
        var cadence = delivery.Account!.Cadence;
        if (!cadence.Binds)
            return null;

        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var zone = (await db.Facilities.AsNoTracking().SingleAsync(facility => facility.Id == delivery.FacilityId, ct)).Zone;
        var posted = await PostedAsync(db, delivery.AccountId, now, ct);
        var open = cadence.OpenFrom(now, zone);
        if (open == now && cadence.BlockedUntil(now, zone, posted) is null)
            return null;

        // Beside what waits already, so that each of many that moved gets a place of its own.
        var waiting = await db.Deliveries
            .Where(other => other.AccountId == delivery.AccountId && other.Id != delivery.Id && other.NextAt > now
                && (other.State == DeliveryState.Scheduled || other.State == DeliveryState.Retrying))
            .Select(other => other.NextAt!.Value)
            .ToListAsync(ct);
        return new PaceHold(cadence.FreeFrom(now, zone, [.. posted, .. waiting]), Reason(cadence, open > now, now, posted));
    }

    private static async Task<List<DateTimeOffset>> PostedAsync(RecruitDb db, Guid accountId, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - TimeSpan.FromDays(7);
        var published = await db.Deliveries.Where(other => other.AccountId == accountId && other.PublishedAt > since)
            .Select(other => other.PublishedAt!.Value).ToListAsync(ct);
        // Nobody knows yet whether these stand there; a gap that counts them is never too short.
        var uncertain = await db.Deliveries.Where(other => other.AccountId == accountId && other.State == DeliveryState.Uncertain && other.LastAttemptAt > since)
            .Select(other => other.LastAttemptAt!.Value).ToListAsync(ct);
        return [.. published, .. uncertain];
    }

    private static string Reason(Cadence cadence, bool closed, DateTimeOffset now, List<DateTimeOffset> posted) => (closed, posted.Exists(at => now - at < cadence.Gap)) switch
    {
        (true, _) => "It moved: the account does not post at that time.",
        (_, true) => $"It moved: the account's posts keep {cadence.GapMinutes} minutes apart.",
        _ => "It moved: the account has no more posts left for that day.",
    };
}
