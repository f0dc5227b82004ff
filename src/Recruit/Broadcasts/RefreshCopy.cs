using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Deliveries;
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

        var all = await db.PlannedDeliveries.AsNoTracking().Where(one => one.Broadcast!.VacancyId == vacancyId)
            .Select(one => new Place(one.Delivery!.AccountId, one.Moment, one.Broadcast!.SubmittedAt, one.RenderedFor)).ToListAsync(ct);
        var changed = planned.Count(one => Refresh(db, vacancy, one, all.Count(Place.Of(one).Follows)));
        await db.SaveChangesAsync(ct);
        await lanes.ArmAsync(planned.Select(one => one.Delivery!.AccountId), ct);
        return changed;
    }

    private bool Refresh(RecruitDb db, Vacancy vacancy, PlannedDelivery planned, int turn)
    {
        var delivery = planned.Delivery!;
        var now = clock.GetUtcNow();
        var post = new PlannedPost(delivery.AccountId, planned.Moment, delivery.DueAt, planned.RenderedFor) { Turn = turn };
        var copy = compose.Compose(vacancy, delivery.Account!, post, delivery.LinkCode!, delivery.Content.Targeting);
        delivery.NotAfter = planned.Delivery!.AwaitsRelease ? null : vacancy.ClosesAt;
        if (copy.RenderedText == planned.RenderedText && copy.Content.Card == delivery.Content.Card)
        {
            delivery.Facts = copy.Failure is null ? copy.Facts : delivery.Facts;
            return false;
        }

        // A person's own words stay theirs to mend; a template's words follow the facts.
        var edited = delivery.Content.Text != planned.RenderedText;
        var content = edited || copy.Failure is not null ? delivery.Content : copy.Content;
        delivery.Edit(content, copy.Failure is null ? copy.Facts : delivery.Facts, null,
            edited ? "The vacancy changed and these words were written by hand: check them." : "The vacancy changed, so its words did too.");
        planned.RenderedText = copy.RenderedText;
        db.Audit(Actor.Clock, Acts.DeliveryHeld, delivery.Id, now, delivery.FacilityId, "The vacancy changed.");
        return true;
    }

    /// <summary>Where a post stands among those of its vacancy, so that it finds its template's variant again.</summary>
    private sealed record Place(Guid AccountId, Moment Moment, DateTimeOffset SubmittedAt, DateTimeOffset RenderedFor)
    {
        public static Place Of(PlannedDelivery planned) => new(planned.Delivery!.AccountId, planned.Moment, planned.Broadcast!.SubmittedAt, planned.RenderedFor);

        public bool Follows(Place other) => other.AccountId == AccountId && other.Moment == Moment
            && (other.SubmittedAt < SubmittedAt || (other.SubmittedAt == SubmittedAt && other.RenderedFor < RenderedFor));
    }
}
