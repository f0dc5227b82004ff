using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Deliveries;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <summary>What closing will do, for the confirmation.</summary>
/// <param name="Cancelled">Deliveries that have not gone out.</param>
/// <param name="Removed">Live posts that come down.</param>
/// <param name="Notices">Approved filled notices that go out.</param>
/// <param name="Staying">Live posts that stay, because their account posts a notice instead.</param>
public sealed record ClosingEffect(int Cancelled, int Removed, int Notices, int Staying);

/// <summary>The only way out of Open: the vacancy and its deliveries change in one transaction.</summary>
public sealed class CloseVacancy(IDbContextFactory<RecruitDb> databases, RefreshCopy refresh, Lanes lanes, TimeProvider clock)
{
    public async Task<ClosingEffect> PreviewAsync(Guid vacancyId, VacancyState end, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var planned = await PlannedAsync(db, vacancyId, ct);
        var fates = Fates(planned, end).Select(one => one.Fate).ToList();
        int Count(Fate fate) => fates.Count(one => one == fate);
        return new ClosingEffect(Count(Fate.Cancel), Count(Fate.TakeDown), Count(Fate.Release), Count(Fate.Stay));
    }

    /// <param name="staffId">Null when the clock closes it after its closing date.</param>
    public async Task RunAsync(Guid vacancyId, VacancyState end, string because, Guid? staffId, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            var vacancy = await db.Vacancies.SingleAsync(row => row.Id == vacancyId, ct);
            var actor = staffId is { } id ? await db.DemandAsync(id, Permission.EditVacancies, vacancy.FacilityId, ct) : Actor.Clock;
            if (vacancy.IsClosed)
                return;

            vacancy.Close(end, because.Trim(), now);
            db.Audit(actor, Acts.VacancyClosed, vacancy.Id, now, vacancy.FacilityId, end.ToString());
            var planned = await PlannedAsync(db, vacancyId, ct);
            foreach (var (one, fate) in Fates(planned, end).ToList())
                Settle(one, fate, end, now);
            // A digest that has not gone out tells of it no longer.
            var digests = await refresh.RefreshDigestsAsync(db, vacancyId, ct);

            try
            {
                await db.SaveChangesAsync(ct);
                await lanes.ArmAsync([.. planned.Select(one => one.Delivery!.AccountId), .. digests.AccountIds], ct);
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < 20)
            {
                // A lane moved one of the deliveries meanwhile: decide again on what stands there now.
            }
        }
    }

    private static void Settle(PlannedDelivery planned, Fate fate, VacancyState end, DateTimeOffset now)
    {
        if (fate == Fate.Release)
            planned.Delivery!.Release(now);
        else if (fate is Fate.Cancel or Fate.TakeDown)
            planned.Delivery!.TakeDown(end == VacancyState.Expired ? "The closing date has passed." : $"The vacancy was {end.ToString().ToLowerInvariant()}.", now);
    }

    private static IEnumerable<(PlannedDelivery Planned, Fate Fate)> Fates(IReadOnlyList<PlannedDelivery> planned, VacancyState end)
    {
        // A notice says "filled", so it follows no other end; and where nobody approved one, the posts come down instead.
        var noticing = end != VacancyState.Filled ? [] : planned
            .Where(one => one.Moment == Moment.Filled && one.Delivery!.State == DeliveryState.Scheduled && one.Delivery.Account!.WhenFilled == WhenFilled.PostNotice)
            .Select(one => one.Delivery!.AccountId)
            .ToHashSet();
        return planned.Select(one => (one, FateOf(one, noticing.Contains(one.Delivery!.AccountId))));
    }

    private static Fate FateOf(PlannedDelivery planned, bool noticeFollows)
    {
        var state = planned.Delivery!.State;
        if (state.IsFinal() || state == DeliveryState.Removing)
            return Fate.None;
        if (planned.Moment == Moment.Filled)
            return noticeFollows && state == DeliveryState.Scheduled ? Fate.Release : Fate.Cancel;
        if (state is DeliveryState.Published or DeliveryState.Uncertain or DeliveryState.Sending)
            return noticeFollows ? Fate.Stay : Fate.TakeDown;
        return Fate.Cancel;
    }

    private static Task<List<PlannedDelivery>> PlannedAsync(RecruitDb db, Guid vacancyId, CancellationToken ct)
        => db.PlannedDeliveries.Include(planned => planned.Delivery).ThenInclude(delivery => delivery!.Account)
            .Where(planned => planned.Broadcast!.VacancyId == vacancyId)
            .ToListAsync(ct);

    private enum Fate
    {
        None,
        Cancel,
        TakeDown,
        Release,
        Stay,
    }
}
