using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Deliveries;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Broadcasts;

/// <summary>Broadcasts that wait for this person's approval, and digests that cannot be written.</summary>
public sealed class BroadcastAsks : IAsksForPeople
{
    public async Task<IReadOnlyList<Ask>> AsksAsync(RecruitDb db, Guid staffId, StaffRoles roles, CancellationToken ct)
    {
        var asks = new List<Ask>();
        var scope = await db.ScopeOfAsync(staffId, ct);
        if (roles.Allow(Permission.RunDigests))
        {
            var stuck = await db.Accounts.AsNoTracking().Where(account => account.DigestTrouble != "" && account.Digest != null).ToListAsync(ct);
            asks.AddRange(stuck.Where(account => scope.Includes(account.Digest!.FacilityId)).Select(account => new Ask($"The next digest of {account.Handle} cannot be written. {account.DigestTrouble}", "See the digest", Urls.AccountDigest(account.Id), null, 15)));
        }

        if (!roles.Allow(Permission.ApproveDeliveries))
            return asks;

        var waiting = await db.Broadcasts.AsNoTracking().VisibleTo(scope)
            .Where(broadcast => broadcast.SubmittedBy != staffId && broadcast.Planned.Any(planned => planned.Delivery!.State == DeliveryState.Held && !planned.Delivery.Reason.Contains(Delivery.SentBackWords)))
            .Select(broadcast => new
            {
                broadcast.Id,
                Title = broadcast.VacancyId == null ? broadcast.Planned.Min(planned => planned.Delivery!.Label)! : broadcast.Vacancy!.Title,
                broadcast.SubmittedByName,
                broadcast.SubmittedAt,
                Count = broadcast.Planned.Count(planned => planned.Delivery!.State == DeliveryState.Held && !planned.Delivery.Reason.Contains(Delivery.SentBackWords)),
            })
            .ToListAsync(ct);
        return [.. asks, .. waiting.Select(one => new Ask(
            $"{one.Title}: {one.Count} {(one.Count == 1 ? "post waits" : "posts wait")} for approval, submitted by {one.SubmittedByName}.", "Review", Urls.Approval(one.Id), one.SubmittedAt, 10))];
    }
}
