using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <summary>An account's next digest as it would be planned now.</summary>
/// <param name="At">The order's instant; the account's cadence may move the post.</param>
/// <param name="Subject">Null when nothing that it would tell of is open then: none is planned.</param>
/// <param name="Copy">Null without a subject.</param>
public sealed record NextDigest(DateTimeOffset At, TimeZoneInfo Zone, Subject.Digest? Subject, ComposedCopy? Copy);

/// <summary>Plans each account's next digest a day ahead. It then waits for approval like every other delivery, and unapproved at its time it is skipped.</summary>
public sealed partial class PlanDigests(IDbContextFactory<RecruitDb> databases, ComposeCopy compose, IOptions<AccountOptions> options, TimeProvider clock, ILogger<PlanDigests> log)
{
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(24);

    /// <returns>How many were planned.</returns>
    public async Task<int> RunAsync(CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var ordered = await db.Accounts.AsNoTracking().Where(account => account.Digest != null).Select(account => account.Id).ToListAsync(ct);
        var planned = 0;
        foreach (var accountId in ordered)
            planned += await PlanAsync(accountId, ct) ? 1 : 0;
        return planned;
    }

    /// <summary>What the order would give next. Stores nothing.</summary>
    public async Task<NextDigest> PreviewAsync(Guid accountId, DigestOrder order, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await LookAsync(db, await db.Accounts.AsNoTracking().SingleAsync(row => row.Id == accountId, ct), order, clock.GetUtcNow(), ct);
    }

    private async Task<bool> PlanAsync(Guid accountId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var account = await db.Accounts.SingleAsync(row => row.Id == accountId, ct);
        if (account.Digest is not { } order || !await IsDueAsync(db, account, order, now, ct))
            return false;
        if (order.OnlyNearCap && !(await db.SpentAsync(now, accountId, ct)).GetValueOrDefault(accountId, MonthSpend.None).IsNear(account, options.Value.NearCapPercent))
            return false;

        var next = await LookAsync(db, account, order, now, ct);
        if (next.Subject is not { } subject || next.Copy is not { } copy)
            return false;
        if (copy.Failure is not null)
        {
            Log.HasNoWords(log, accountId, copy.Failure);
            await NoteTroubleAsync(db, account, copy.Failure, ct);
            return false;
        }

        var broadcast = BroadcastOf(subject, copy, now);
        db.Broadcasts.Add(broadcast);
        (account.DigestPlannedFor, account.DigestTrouble) = (next.At, "");
        db.Audit(Actor.Clock, Acts.BroadcastSubmitted, broadcast.Id, now, broadcast.FacilityId, $"{account.Handle}: digest of {subject.Openings.Count}");
        await db.NotifyAsync(BroadcastNotices.Waits(broadcast, subject.Label(Moment.Digest), now), ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node planned it, or the account changed: the next waking looks again.
            return false;
        }
    }

    private static async Task NoteTroubleAsync(RecruitDb db, Account account, string trouble, CancellationToken ct)
    {
        account.DigestTrouble = trouble;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The account changed: the next waking finds the same trouble, if it is still there.
        }
    }

    private static async Task<bool> IsDueAsync(RecruitDb db, Account account, DigestOrder order, DateTimeOffset now, CancellationToken ct)
    {
        var facility = await db.Facilities.AsNoTracking().SingleAsync(row => row.Id == order.FacilityId, ct);
        var at = order.NextAfter(now, facility.Zone);
        return at - now <= Ahead && !(account.DigestPlannedFor >= at);
    }

    private async Task<NextDigest> LookAsync(RecruitDb db, Account account, DigestOrder order, DateTimeOffset now, CancellationToken ct)
    {
        var facility = await db.Facilities.AsNoTracking().SingleAsync(row => row.Id == order.FacilityId, ct);
        var at = order.NextAfter(now, facility.Zone);
        var due = (await PostingTimes.ReadAsync(db, [account], now, ct)).Take(account, at, "", facility.Zone);
        var open = await db.Vacancies.AsNoTracking().Include(vacancy => vacancy.Facility)
            .Where(vacancy => vacancy.FacilityId == order.FacilityId && vacancy.State == VacancyState.Open).ToListAsync(ct);
        if (Subject.Digest.Of(facility, order.Specialty, open, due) is not { } subject)
            return new NextDigest(at, facility.Zone, null, null);

        var turn = await db.PlannedDeliveries.CountAsync(planned => planned.Moment == Moment.Digest && planned.Delivery!.AccountId == account.Id, ct);
        var post = new PlannedPost(account.Id, Moment.Digest, due, due) { Turn = turn };
        var copy = compose.Compose(subject, account, post, LinkCode.Mint(), Targeting.Everyone);
        return new NextDigest(at, facility.Zone, subject, (await RepeatedWords.ReadAsync(db, [account], now, ct)).Check(account, null, copy));
    }

    private static Broadcast BroadcastOf(Subject.Digest subject, ComposedCopy copy, DateTimeOffset now)
    {
        var delivery = new Delivery
        {
            FacilityId = subject.Facility.Id,
            AccountId = copy.Post.AccountId,
            CreatedAt = now,
            Label = subject.Label(Moment.Digest),
            Content = copy.Content,
            LinkCode = copy.LinkCode,
            Facts = copy.Facts,
            NotAfter = subject.ClosesAt,
        };
        delivery.Plan(copy.Post.DueAt);
        // Whoever approves sees at once what keeps it from going out as it is.
        var trouble = copy.Repeats ?? copy.Verdict.Stop?.Reason;
        if (trouble is not null)
            delivery.Hold(trouble, now);

        var broadcast = new Broadcast
        {
            FacilityId = subject.Facility.Id,
            Digest = [.. subject.Openings.Select(vacancy => new DigestVacancy { VacancyId = vacancy.Id })],
            Specialty = subject.Specialty,
            SubmittedBy = null,
            SubmittedByName = Actor.Clock.Name,
            SubmittedAt = now,
        };
        broadcast.Planned.Add(new PlannedDelivery
        {
            DeliveryId = delivery.Id,
            Delivery = delivery,
            Moment = Moment.Digest,
            RenderedFor = copy.Post.RenderedFor,
            RenderedText = copy.RenderedText,
        });
        return broadcast;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The digest of account {AccountId} has no words: {Failure}")]
        public static partial void HasNoWords(ILogger logger, Guid accountId, string failure);
    }
}
