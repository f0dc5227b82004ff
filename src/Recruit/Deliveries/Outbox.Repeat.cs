using Microsoft.EntityFrameworkCore;

namespace Recruit.Deliveries;

public sealed partial class Outbox
{
    /// <summary>Takes an uncertain row for one repetition, and commits the attempt before anything leaves. Null when somebody else was faster, changed it, or paused everything.</summary>
    /// <param name="delivery">As it was found; it is what stands in the database afterwards.</param>
    public async Task<Attempt?> RepeatAsync(Delivery delivery, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        try
        {
            await using var turn = await db.Database.BeginTransactionAsync(ct);
            db.Attach(delivery);
            var attempt = delivery.Repeat(clock.GetUtcNow(), options.Value.Lease, boot.Id);
            db.Attempts.Add(attempt);
            await db.SaveChangesAsync(ct);
            // Asked last, as for every claim.
            if (await db.RunningPauses.AnyAsync(ct))
                return null;

            await turn.CommitAsync(ct);
            return attempt;
        }
        catch (DbUpdateConcurrencyException)
        {
            Log.ClaimLost(log, delivery.Id);
            return null;
        }
    }

    /// <summary>This try of the delivery has had its repetition.</summary>
    public async Task<bool> WasRepeatedAsync(Delivery delivery, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Attempts.AnyAsync(attempt => attempt.DeliveryId == delivery.Id && attempt.Kind == AttemptKind.Repeat && attempt.StartedAt >= delivery.LastAttemptAt, ct);
    }

    /// <summary>Nothing new may appear anywhere.</summary>
    public async Task<bool> IsPausedAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.RunningPauses.AnyAsync(ct);
    }
}
