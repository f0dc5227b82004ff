using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>Stops every lane at once: each claim asks for a running pause last, in the transaction that takes the row.</summary>
public sealed class PauseSending(IDbContextFactory<RecruitDb> databases, TimeProvider clock)
{
    /// <returns>The sentence that keeps it from being done; null when it is done.</returns>
    /// <exception cref="NotAllowedException">The person may not.</exception>
    public async Task<string?> RunAsync(Guid staffId, string reason, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var actor = await db.DemandAsync(staffId, Permission.PauseDeliveries, ct: ct);
        var why = reason.Trim();
        if (why.Length is 0 or > 300)
            return "Say why, in up to 300 characters: everybody who waits reads it.";
        if (await db.PauseAsync(ct) is { } running)
            return $"{running.StartedByName} has paused everything already: {running.Reason}";

        var pause = new SendingPause { Reason = why, StartedBy = staffId, StartedByName = actor.Name, StartedAt = clock.GetUtcNow() };
        db.SendingPauses.Add(pause);
        db.Audit(actor, Acts.PauseStarted, pause.Id, pause.StartedAt, note: why);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
