using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Broadcasts;

/// <param name="Hash">What the approver saw.</param>
public sealed record SeenDelivery(Guid DeliveryId, string Hash);

/// <param name="Refusals">One sentence for each that was not approved.</param>
public sealed record ApprovalResult(int Approved, IReadOnlyList<string> Refusals);

/// <summary>The second pair of eyes.</summary>
public sealed class ApproveDeliveries(IDbContextFactory<RecruitDb> databases, ComplianceGuard guard, ChannelCatalog channels, Lanes lanes, TimeProvider clock)
{
    public async Task<ApprovalResult> RunAsync(IReadOnlyList<SeenDelivery> seen, Guid staffId, CancellationToken ct = default)
    {
        var refusals = new List<string>();
        var approved = new List<Delivery>();
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await LoadAsync(db, seen.Select(one => one.DeliveryId), ct);
        var times = await PostingTimes.ReadAsync(db, found.Select(delivery => delivery.Account!), clock.GetUtcNow(), ct);
        foreach (var delivery in found)
        {
            var actor = await db.DemandAsync(staffId, Permission.ApproveDeliveries, delivery.FacilityId, ct);
            if (Refusal(delivery, seen.First(one => one.DeliveryId == delivery.Id), staffId) is { } refusal)
            {
                refusals.Add($"{delivery.Label} on {delivery.Account!.Handle}: {refusal}");
                continue;
            }

            // "As soon as approved" means the account's first free time from now on.
            if (delivery is { DueAt: null, AwaitsRelease: false, Account.Cadence.Binds: true })
                delivery.Plan(await FreeTimeAsync(db, delivery, times, ct));
            delivery.Approve(actor, clock.GetUtcNow());
            db.Audit(actor, Acts.DeliveryApproved, delivery.Id, clock.GetUtcNow(), delivery.FacilityId, delivery.ApprovedHash!);
            approved.Add(delivery);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ApprovalResult(0, ["Somebody changed one of these while you were reading. Look at them again, then approve."]);
        }

        await lanes.ArmAsync(approved.Select(delivery => delivery.AccountId), ct);
        return new ApprovalResult(approved.Count, refusals);
    }

    public async Task<ApprovalResult> SendBackAsync(IReadOnlyList<Guid> deliveryIds, string reason, Guid staffId, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new ApprovalResult(0, ["Say what should change, so that the author can mend it."]);

        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var delivery in await LoadAsync(db, deliveryIds, ct))
        {
            var actor = await db.DemandAsync(staffId, Permission.ApproveDeliveries, delivery.FacilityId, ct);
            if (delivery.State != DeliveryState.Held)
                continue;
            delivery.SendBack(actor, reason.Trim(), clock.GetUtcNow());
            db.Audit(actor, Acts.DeliverySentBack, delivery.Id, clock.GetUtcNow(), delivery.FacilityId);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return new ApprovalResult(0, []);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ApprovalResult(0, ["Somebody changed one of these while you were reading. Look at them again, then send back."]);
        }
    }

    private async Task<DateTimeOffset> FreeTimeAsync(RecruitDb db, Delivery delivery, PostingTimes times, CancellationToken ct)
    {
        var department = await db.PlannedDeliveries.Where(planned => planned.DeliveryId == delivery.Id).Select(planned => (string?)planned.Broadcast!.Vacancy!.Department).SingleOrDefaultAsync(ct);
        var facility = await db.Facilities.AsNoTracking().SingleAsync(row => row.Id == delivery.FacilityId, ct);
        return times.Take(delivery.Account!, clock.GetUtcNow(), department ?? "", facility.Zone);
    }

    private string? Refusal(Delivery delivery, SeenDelivery seen, Guid staffId)
    {
        if (delivery.State != DeliveryState.Held)
            return "it no longer waits for approval.";
        if (delivery.Hash != seen.Hash)
            return "it was changed while you were reading. Look at it again.";
        if (delivery.Writers.Contains(staffId))
            return "you wrote or edited it, so someone else must approve it.";
        if (delivery.WasSentBack)
            return "it was sent back, and its words are still the same. Mend them first.";
        if (delivery.MissedItsTime(clock.GetUtcNow()))
            return "its time has passed. Plan it again.";

        var verdict = guard.Check(delivery.ToDraft(channels[delivery.Account!.Channel]));
        return verdict.Stop is { } finding ? $"{finding.Reason} {finding.Advice}" : null;
    }

    private static async Task<List<Delivery>> LoadAsync(RecruitDb db, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.ToList();
        return await db.Deliveries.Include(delivery => delivery.Account).Where(delivery => wanted.Contains(delivery.Id)).OrderBy(delivery => delivery.Id).ToListAsync(ct);
    }
}
