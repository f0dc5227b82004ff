using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <summary>After facts changed: copy that has not gone out is rendered again, and where the words differ its approval is void.</summary>
public sealed class RefreshCopy(IDbContextFactory<RecruitDb> databases, ComposeCopy compose, Lanes lanes, TimeProvider clock)
{
    /// <returns>How many deliveries need approval again.</returns>
    public async Task<int> RunAsync(Guid vacancyId, CancellationToken ct = default)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(vacancyId, ct);
            }
            catch (DbUpdateConcurrencyException) when (tries < 20)
            {
                // A lane or a person moved one of the deliveries meanwhile: decide again on what stands there now.
            }
        }
    }

    private async Task<int> TryAsync(Guid vacancyId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var vacancy = await db.Vacancies.Include(row => row.Facility).SingleAsync(row => row.Id == vacancyId, ct);
        var planned = await db.PlannedDeliveries.Include(one => one.Delivery).ThenInclude(delivery => delivery!.Account)
            .Include(one => one.Broadcast)
            .Where(one => one.Broadcast!.VacancyId == vacancyId)
            .Where(one => one.Delivery!.State == DeliveryState.Held || one.Delivery.State == DeliveryState.Scheduled || one.Delivery.State == DeliveryState.Retrying)
            .ToListAsync(ct);

        var all = await db.PlannedDeliveries.AsNoTracking().Where(one => one.Broadcast!.VacancyId == vacancyId).Select(Place.Read).ToListAsync(ct);
        var subject = new Subject.One(vacancy);
        var changed = planned.Count(one => Refresh(db, subject, one, all.Count(Place.Of(one).Follows)));
        var digests = await RefreshDigestsAsync(db, vacancyId, ct);
        await db.SaveChangesAsync(ct);
        await lanes.ArmAsync([.. planned.Select(one => one.Delivery!.AccountId), .. digests.AccountIds], ct);
        return changed + digests.Changed;
    }

    /// <summary>The digests that tell of a vacancy, as it stands in this unit of work; the caller saves, and arms the accounts' lanes.</summary>
    public async Task<(int Changed, IReadOnlyList<Guid> AccountIds)> RefreshDigestsAsync(RecruitDb db, Guid vacancyId, CancellationToken ct)
    {
        var told = await db.PlannedDeliveries.Include(one => one.Delivery).ThenInclude(delivery => delivery!.Account)
            .Include(one => one.Broadcast).ThenInclude(broadcast => broadcast!.Digest).ThenInclude(one => one.Vacancy).ThenInclude(vacancy => vacancy!.Facility)
            .Where(one => one.Broadcast!.Digest.Any(other => other.VacancyId == vacancyId))
            .Where(one => one.Delivery!.State != DeliveryState.Removing && one.Delivery.State != DeliveryState.Removed && one.Delivery.State != DeliveryState.Cancelled
                && one.Delivery.State != DeliveryState.Skipped && one.Delivery.State != DeliveryState.Rejected)
            .AsSplitQuery().ToListAsync(ct);
        if (told.Count == 0)
            return (0, []);

        var accountIds = told.Select(one => one.Delivery!.AccountId).Distinct().ToList();
        var all = await db.PlannedDeliveries.AsNoTracking().Where(one => one.Moment == Moment.Digest && accountIds.Contains(one.Delivery!.AccountId)).Select(Place.Read).ToListAsync(ct);
        var changed = 0;
        foreach (var one in told)
            changed += await RefreshDigestAsync(db, one, all.Count(Place.Of(one).Follows), ct) ? 1 : 0;
        return (changed, accountIds);
    }

    private async Task<bool> RefreshDigestAsync(RecruitDb db, PlannedDelivery planned, int turn, CancellationToken ct)
    {
        var (delivery, broadcast) = (planned.Delivery!, planned.Broadcast!);
        var facility = await db.Facilities.SingleAsync(row => row.Id == broadcast.FacilityId, ct);
        var now = clock.GetUtcNow();
        var vacancies = broadcast.Digest.ConvertAll(one => one.Vacancy!);
        if (delivery.State.IsWaiting())
        {
            if (Subject.Digest.Of(facility, broadcast.Specialty, vacancies, planned.RenderedFor) is { } subject)
                return Refresh(db, subject, planned, turn);
        }
        else if (!vacancies.TrueForAll(vacancy => vacancy.IsClosed))
        {
            // What stands on the network stays while its link still leads to something.
            return false;
        }

        delivery.TakeDown("None of the openings that it tells of is open any more.", now);
        db.Audit(Actor.Clock, Acts.TakeDownAsked, delivery.Id, now, delivery.FacilityId, $"now {delivery.State}");
        return true;
    }

    private bool Refresh(RecruitDb db, Subject subject, PlannedDelivery planned, int turn)
    {
        var delivery = planned.Delivery!;
        var now = clock.GetUtcNow();
        var post = new PlannedPost(delivery.AccountId, planned.Moment, delivery.DueAt, planned.RenderedFor) { Turn = turn };
        var copy = compose.Compose(subject, delivery.Account!, post, delivery.LinkCode!, delivery.Content.Targeting);
        delivery.NotAfter = delivery.AwaitsRelease ? null : subject.ClosesAt;
        delivery.Label = subject.Label(planned.Moment);
        if (copy.RenderedText == planned.RenderedText && copy.Content.Card == delivery.Content.Card)
        {
            delivery.Facts = copy.Failure is null ? copy.Facts : delivery.Facts;
            return false;
        }

        // A person's own words stay theirs to mend; a template's words follow the facts.
        var edited = delivery.Content.Text != planned.RenderedText;
        var content = edited || copy.Failure is not null ? delivery.Content : copy.Content;
        var what = subject is Subject.Digest ? "The openings changed" : "The vacancy changed";
        delivery.Edit(content, copy.Failure is null ? copy.Facts : delivery.Facts, null, now,
            edited ? $"{what} and these words were written by hand: check them." : $"{what}, so {(subject is Subject.Digest ? "the" : "its")} words did too.");
        planned.RenderedText = copy.RenderedText;
        db.Audit(Actor.Clock, Acts.DeliveryHeld, delivery.Id, now, delivery.FacilityId, $"{what}.");
        return true;
    }

    /// <summary>Where a post stands among those of its subject, so that it finds its template's variant again.</summary>
    private sealed record Place(Guid AccountId, Moment Moment, DateTimeOffset SubmittedAt, DateTimeOffset RenderedFor)
    {
        public static readonly Expression<Func<PlannedDelivery, Place>> Read = one => new Place(one.Delivery!.AccountId, one.Moment, one.Broadcast!.SubmittedAt, one.RenderedFor);

        public static Place Of(PlannedDelivery planned) => new(planned.Delivery!.AccountId, planned.Moment, planned.Broadcast!.SubmittedAt, planned.RenderedFor);

        public bool Follows(Place other) => other.AccountId == AccountId && other.Moment == Moment
            && (other.SubmittedAt < SubmittedAt || (other.SubmittedAt == SubmittedAt && other.RenderedFor < RenderedFor));
    }
}
