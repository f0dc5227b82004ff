using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>What becomes of a delivery whose time passed during the pause.</summary>
public enum OverdueAnswer
{
    SendNow,
    Skip,
}

/// <summary>What came of resuming: a closed set.</summary>
public abstract record ResumeResult
{
    private ResumeResult()
    {
    }

    public sealed record Resumed(int SentNow, int Skipped) : ResumeResult;

    /// <summary>Everything still rests: these are overdue and nobody has said what becomes of them.</summary>
    public sealed record Asks(IReadOnlyList<Delivery> Overdue) : ResumeResult;

    public sealed record NotPaused : ResumeResult;
}

/// <summary>Ends the pause, once everything that became overdue has its answer. Answers and end are one transaction: nothing overdue slips out before.</summary>
public sealed class ResumeSending(IDbContextFactory<RecruitDb> databases, Lanes lanes, TimeProvider clock)
{
    /// <summary>What resuming will ask about: approved, due, and not sent.</summary>
    public async Task<IReadOnlyList<Delivery>> OverdueAsync(Guid staffId, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Overdue(db.Deliveries.AsNoTracking().VisibleTo(await db.ScopeOfAsync(staffId, ct)), clock.GetUtcNow()).ToListAsync(ct);
    }

    /// <param name="answers">By delivery, as the person saw them.</param>
    /// <param name="others">For overdue deliveries without an answer of their own; null asks about them.</param>
    /// <exception cref="NotAllowedException">The person may not, or something overdue belongs to facilities that they do not work for.</exception>
    public async Task<ResumeResult> RunAsync(
        Guid staffId, IReadOnlyDictionary<Guid, OverdueAnswer> answers, OverdueAnswer? others = null, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            var now = clock.GetUtcNow();
            var actor = await db.DemandAsync(staffId, Permission.PauseDeliveries, ct: ct);
            var scope = await db.ScopeOfAsync(staffId, ct);
            var pauses = await db.RunningPauses.ToListAsync(ct);
            if (pauses.Count == 0)
                return new ResumeResult.NotPaused();

            var overdue = await Overdue(db.Deliveries, now).ToListAsync(ct);
            if (overdue.Any(delivery => !scope.Includes(delivery.FacilityId)))
                throw new NotAllowedException("Posts of facilities that you do not work for are overdue. Ask somebody who works for them to resume.");
            if (others is null && overdue.Where(delivery => !answers.ContainsKey(delivery.Id)).ToList() is { Count: > 0 } unanswered)
                return new ResumeResult.Asks(unanswered);

            var skipped = 0;
            foreach (var delivery in overdue)
                if ((answers.TryGetValue(delivery.Id, out var own) ? own : others) == OverdueAnswer.Skip)
                {
                    delivery.Skip($"Its time passed while everything was paused, and {actor.Name} left it out.");
                    db.Audit(actor, Acts.DeliverySkipped, delivery.Id, now, delivery.FacilityId, delivery.Reason);
                    skipped++;
                }
                else
                {
                    delivery.SendNow(now);
                    db.Audit(actor, Acts.DeliverySentLate, delivery.Id, now, delivery.FacilityId);
                }

            foreach (var pause in pauses)
            {
                pause.End(actor.Name, now);
                db.Audit(actor, Acts.PauseEnded, pause.Id, now, note: $"{overdue.Count - skipped} sent late, {skipped} left out");
            }

            try
            {
                await db.SaveChangesAsync(ct);
                await lanes.ArmAllAsync(onlyOverdue: false, ct);
                return new ResumeResult.Resumed(overdue.Count - skipped, skipped);
            }
            catch (DbUpdateConcurrencyException) when (tries < 20)
            {
                // Somebody changed one of them, or resumed, at this moment: decide again on what stands there now.
            }
        }
    }

    // Past its closing date it is skipped by itself, so nobody is asked.
    private static IQueryable<Delivery> Overdue(IQueryable<Delivery> deliveries, DateTimeOffset now) => deliveries
        .Include(delivery => delivery.Account)
        .Where(delivery => (delivery.State == DeliveryState.Scheduled || delivery.State == DeliveryState.Retrying)
            && delivery.DueAt <= now && (delivery.NotAfter == null || delivery.NotAfter > now))
        .OrderBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Id);
}
