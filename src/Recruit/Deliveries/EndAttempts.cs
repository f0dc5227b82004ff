using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>
/// Ends the tries that a killed process left open although their delivery has moved on. An answer is stored first and alone, so a process can die
/// after it and before it wrote down the try; without this the page would say for ever that no answer came.
/// </summary>
public sealed class EndAttempts(IDbContextFactory<RecruitDb> databases, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    private const int MostAtOnce = 200;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // A process that lives ends its own within the lease.
        var before = now - options.Value.Lease;
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.Attempts.Where(attempt => attempt.EndedAt == null && attempt.StartedAt < before)
            .Join(db.Deliveries.Where(delivery => delivery.State != DeliveryState.Sending), attempt => attempt.DeliveryId, delivery => delivery.Id,
                (attempt, delivery) => new { Attempt = attempt, delivery.State, delivery.PublishedAt, delivery.LastAttemptAt, delivery.FacilityId })
            .OrderBy(one => one.Attempt.StartedAt)
            .Take(MostAtOnce)
            .ToListAsync(ct);
        foreach (var one in open)
        {
            // The newest try is the one that a post is credited to: the network's clock, by which one that was read back appeared, may be behind ours.
            one.Attempt.EndedAt = now;
            (one.Attempt.Outcome, one.Attempt.Reason) = one.PublishedAt is not null && one.Attempt.StartedAt == one.LastAttemptAt
                ? ("Published", "")
                : ("Lost", "The program stopped before it wrote down what came of it.");
            db.Audit(Actor.Clock, Acts.DeliveryAttempted, one.Attempt.DeliveryId, now, one.FacilityId, $"{one.Attempt.Outcome}: now {one.State}");
        }

        await db.SaveChangesAsync(ct);
        return open.Count;
    }
}
