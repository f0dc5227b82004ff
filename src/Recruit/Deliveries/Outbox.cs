using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Audit;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>The deliveries table as the lanes use it. The table is the truth; whoever wakes the lanes may forget.</summary>
public sealed partial class Outbox(
    IDbContextFactory<RecruitDb> databases,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    Boot boot,
    LeaseClock leases,
    DeliveryMetrics metrics,
    SuccessWishes wishes,
    ILogger<Outbox> log)
{
    private const string Silent = "The program stopped while the request was on its way.";

    private RetryTimes Times => options.Value.Times;

    /// <summary>The earliest row of the account that wants something done now; null when none does or the account rests.</summary>
    public async Task<Delivery?> NextDueAsync(Guid accountId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var sending = db.Deliveries.Where(other => other.AccountId == accountId && other.State == DeliveryState.Sending);
        var paused = db.RunningPauses;
        return await db.Deliveries.AsNoTracking().Include(delivery => delivery.Account)
            .Where(delivery => delivery.AccountId == accountId && delivery.NextAt <= now && !sending.Any())
            .Where(delivery => (delivery.State != DeliveryState.Scheduled && delivery.State != DeliveryState.Retrying) || !paused.Any())
            .Where(delivery => delivery.Account!.State == Accounts.AccountState.Active
                && (delivery.Account.WaitUntil == null || delivery.Account.WaitUntil <= now))
            .OrderBy(delivery => delivery.NextAt).ThenBy(delivery => delivery.Id)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>When the account's lane has work next; null while it rests or has none.</summary>
    public async Task<DateTimeOffset?> NextInstantAsync(Guid accountId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var paused = db.RunningPauses;
        var next = await db.Deliveries
            .Where(delivery => delivery.AccountId == accountId && delivery.NextAt != null && delivery.Account!.State == Accounts.AccountState.Active)
            .Where(delivery => (delivery.State != DeliveryState.Scheduled && delivery.State != DeliveryState.Retrying) || !paused.Any())
            .OrderBy(delivery => delivery.NextAt)
            .Select(delivery => new { delivery.NextAt, delivery.Account!.WaitUntil })
            .FirstOrDefaultAsync(ct);
        if (next is null)
            return null;

        // While a send is on its way elsewhere, its answer or the end of its lease comes first.
        var takenUntil = await db.Deliveries
            .Where(delivery => delivery.AccountId == accountId && delivery.State == DeliveryState.Sending)
            .Select(delivery => delivery.LeaseUntil)
            .FirstOrDefaultAsync(ct);
        return new[] { next.NextAt, next.WaitUntil, takenUntil }.Max();
    }

    /// <summary>Takes the row for one send and commits the attempt before anything leaves. Null when somebody else was faster, changed it, or paused everything.</summary>
    /// <param name="delivery">As <see cref="NextDueAsync"/> found it; it is what stands in the database afterwards.</param>
    /// <param name="price">What the network will charge for it; null where it is free.</param>
    /// <param name="handed">The pictures that go with it; null when it has none.</param>
    public async Task<Attempt?> ClaimAsync(Delivery delivery, decimal? price, CancellationToken ct, HandedPictures? handed = null)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        Attempt? attempt = null;
        try
        {
            await using var turn = await db.Database.BeginTransactionAsync(ct);
            db.Attach(delivery);
            var now = clock.GetUtcNow();
            attempt = delivery.Claim(now, await leases.NowAsync(db, ct) + options.Value.Lease - now, boot.Id, price, handed);
            db.Attempts.Add(attempt);
            await db.SaveChangesAsync(ct);
            // Asked last, so that a pause that anybody has been told of holds this one back too.
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
        catch (Exception fault) when (fault.IsDatabaseFault() || fault.IsDataRefusal())
        {
            // Refused, for another send is on its way; or committed without our hearing of it, and then the send is ours to make.
            if (attempt is not null && await HoldsAsync(attempt, ct))
                return attempt;
            Log.ClaimLost(log, delivery.Id);
            return null;
        }
    }

    private async Task<bool> HoldsAsync(Attempt attempt, CancellationToken ct)
    {
        var held = false;
        await InsistAsync(attempt.DeliveryId, async db =>
        {
            var now = await leases.NowAsync(db, ct);
            held = await db.Attempts.AnyAsync(row => row.Id == attempt.Id, ct)
                && await db.Deliveries.AnyAsync(row => row.Id == attempt.DeliveryId && row.State == DeliveryState.Sending && row.LeaseBoot == boot.Id
                    && row.LeaseUntil > now + options.Value.CallTimeOut, ct);
        }, ct);
        return held;
    }

    /// <summary>Applies a move to the row as it is now, first and alone, so that nothing else can keep it from being stored; tries until the database answers.</summary>
    /// <param name="known">As it stood when we last looked; what changed since is read again.</param>
    public Task<Delivery> StoreAsync(Delivery known, Action<Delivery> move, CancellationToken ct) => StoreAsync(known, (row, _) => move(row), ct);

    /// <param name="move">May add what is to be saved with it.</param>
    private async Task<Delivery> StoreAsync(Delivery known, Action<Delivery, RecruitDb> move, CancellationToken ct)
    {
        Delivery? stored = null;
        var versionBefore = known.Version;
        await InsistAsync(known.Id, async db =>
        {
            if (stored is null)
                db.Attach(stored = known);
            else
            {
                var written = stored.Version;
                stored = await db.Deliveries.SingleAsync(row => row.Id == known.Id, ct);
                // The try before was committed without our hearing of it: the same move again would count twice.
                if (written != versionBefore && written == stored.Version)
                    return;
                versionBefore = stored.Version;
            }

            move(stored, db);
            await db.SaveChangesAsync(ct);
        }, ct);
        return stored!;
    }

    private Task InsistAsync(Guid deliveryId, Func<RecruitDb, Task> act, CancellationToken ct)
        => databases.InsistAsync(act, clock, ct, (tries, down) => Log.StoreFailed(log, deliveryId, tries, down.GetType().Name));

    /// <summary>Makes a move with its audit entry, unless somebody changed the row since it was read.</summary>
    public async Task<bool> ChangeAsync(Guid deliveryId, Guid version, Action<Delivery> move, Actor actor, string act, string note, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var delivery = await db.Deliveries.SingleAsync(row => row.Id == deliveryId, ct);
        if (delivery.Version != version)
            return false;

        move(delivery);
        db.Audit(actor, act, deliveryId, clock.GetUtcNow(), delivery.FacilityId, note);
        if (DeliveryNotices.Of(delivery, clock.GetUtcNow()) is { } notice)
            await db.NotifyAsync(notice, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Ends the attempt and writes the trail; what the delivery is now has been stored before.</summary>
    public async Task CloseAttemptAsync(Attempt attempt, Delivery delivery, string outcome, string reason, string? requestId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        attempt.EndedAt = now;
        (attempt.Outcome, attempt.Reason, attempt.RequestId) = (outcome, reason, requestId);
        metrics.Count(attempt);
        var notice = DeliveryNotices.Of(delivery, now);
        // Asked for every post that is live, so that a burst costs nothing when nobody listens.
        if (notice?.Kind == NoticeKinds.Success && !await wishes.AnyAsync(ct))
            notice = null;
        var act = attempt.Kind switch
        {
            AttemptKind.Send or AttemptKind.Repeat => Acts.DeliveryAttempted,
            AttemptKind.Look => Acts.DeliverySettled,
            _ => Acts.DeliveryRemoved,
        };
        var isRepeated = false;
        await InsistAsync(delivery.Id, async db =>
        {
            // Committed by an earlier try without our hearing of it.
            if (isRepeated && await db.Attempts.AnyAsync(row => row.Id == attempt.Id && row.Outcome == outcome, ct))
                return;
            isRepeated = true;
            // A send's row was committed before the call; a look's or a removal's is written with its outcome.
            db.Entry(attempt).State = attempt.Kind is AttemptKind.Send or AttemptKind.Repeat ? EntityState.Modified : EntityState.Added;
            db.Audit(Actor.Clock, act, delivery.Id, now, delivery.FacilityId, $"{outcome}: now {delivery.State}");
            if (notice is not null)
                await db.NotifyAsync(notice, ct);
            await db.SaveChangesAsync(ct);
        }, ct);
    }

    /// <summary>Rows whose lease ran out: nobody knows what came of their request.</summary>
    public async Task<int> LoseSilentAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = await leases.NowAsync(db, ct);
        return await LoseAsync(delivery => delivery.LeaseUntil < now, ct);
    }

    /// <summary>Rows that another run of the program left behind. Only for who knows that no other run is alive.</summary>
    /// <param name="accountId">Null: of all accounts.</param>
    public Task<int> LoseAbandonedAsync(Guid? accountId, CancellationToken ct)
        => LoseAsync(delivery => delivery.LeaseBoot != boot.Id && (accountId == null || delivery.AccountId == accountId), ct);

    private async Task<int> LoseAsync(Expression<Func<Delivery, bool>> isLost, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var silent = await db.Deliveries
            .Where(delivery => delivery.State == DeliveryState.Sending)
            .Where(isLost)
            .AsNoTracking()
            .ToListAsync(ct);

        foreach (var known in silent)
        {
            var lost = await StoreAsync(known, (delivery, unit) =>
            {
                if (delivery.State != DeliveryState.Sending)
                    return;
                var at = clock.GetUtcNow();
                delivery.Lose(Silent, at, Times);
                unit.Audit(Actor.Clock, Acts.DeliveryLost, delivery.Id, at, delivery.FacilityId, Silent);
            }, ct);
            if (lost.State == DeliveryState.Uncertain)
                await EndAbandonedAttemptAsync(db, lost, ct);
            Log.Lost(log, lost.Id, lost.AccountId);
        }

        return silent.Count;
    }

    // A late answer writes over it.
    private Task<int> EndAbandonedAttemptAsync(RecruitDb db, Delivery lost, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Attempts
            .Where(attempt => attempt.DeliveryId == lost.Id && attempt.Kind == AttemptKind.Send && attempt.EndedAt == null)
            .ExecuteUpdateAsync(row => row
                .SetProperty(attempt => attempt.EndedAt, now)
                .SetProperty(attempt => attempt.Outcome, "Lost")
                .SetProperty(attempt => attempt.Reason, lost.Reason), ct);
    }

    /// <summary>Nobody approved these before their time.</summary>
    public async Task SkipUnapprovedAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var late = await db.Deliveries
            .Where(delivery => delivery.State == DeliveryState.Held && (delivery.NotAfter <= now || (delivery.DueAt <= now && !delivery.AwaitsRelease)))
            .AsNoTracking()
            .ToListAsync(ct);
        foreach (var delivery in late)
        {
            // One that somebody approves at this moment is theirs, and keeps none of the others.
            var reason = $"Nobody approved it before its time. {delivery.Reason}".TrimEnd();
            await ChangeAsync(delivery.Id, delivery.Version, row => row.Skip(reason), Actor.Clock, Acts.DeliverySkipped, reason, ct);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Delivery {DeliveryId} was taken or changed by somebody else")]
        public static partial void ClaimLost(ILogger logger, Guid deliveryId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {DeliveryId} could not be stored, try {Tries}: {Fault}")]
        public static partial void StoreFailed(ILogger logger, Guid deliveryId, int tries, string fault);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {DeliveryId} on account {AccountId} is uncertain: its process fell silent")]
        public static partial void Lost(ILogger logger, Guid deliveryId, Guid accountId);
    }
}
