using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>Deliveries that only a person can move on, and accounts that rest.</summary>
public sealed class DeliveryAsks : IAsksForPeople
{
    private const int Most = 20;

    public async Task<IReadOnlyList<Ask>> AsksAsync(RecruitDb db, Guid staffId, StaffRoles roles, CancellationToken ct)
    {
        var asks = new List<Ask>();
        if (roles.Allow(Permission.ChangeDeliveries))
        {
            var stuck = await db.Deliveries.AsNoTracking().VisibleTo(await db.ScopeOfAsync(staffId, ct))
                .Where(delivery => delivery.NeedsPerson).OrderBy(delivery => delivery.LastAttemptAt).Take(Most).ToListAsync(ct);
            asks.AddRange(stuck.Select(delivery => new Ask($"{delivery.Label}: {delivery.Reason}", delivery.State switch
            {
                DeliveryState.Uncertain => "Look and say",
                DeliveryState.Rejected => "Mend it",
                _ => "Look at it",
            }, Urls.Delivery(delivery.Id), delivery.LastAttemptAt, 20)));

            // What the clock wrote has no author, so whoever may change it is asked.
            var sentBack = await db.Deliveries.AsNoTracking().VisibleTo(await db.ScopeOfAsync(staffId, ct))
                .Where(delivery => delivery.State == DeliveryState.Held && delivery.Reason.Contains(Delivery.SentBackWords)
                    && (delivery.Writers.Contains(staffId) || delivery.Writers.Count == 0))
                .OrderBy(delivery => delivery.DueAt).Take(Most).ToListAsync(ct);
            asks.AddRange(sentBack.Select(delivery => new Ask($"{delivery.Label}: {delivery.Reason}", "Mend it", Urls.Delivery(delivery.Id), null, 15)));
        }

        if (roles.Allow(Permission.RunAccounts))
        {
            var resting = await db.Accounts.AsNoTracking().Where(account => account.State != AccountState.Active).ToListAsync(ct);
            asks.AddRange(resting.Select(account => new Ask($"{account.Handle} sends nothing. {account.StateReason}", "See the account", Urls.Accounts, null, 30)));

            var ending = await db.Accounts.AsNoTracking().Where(account => account.State == AccountState.Active && account.RenewalTrouble != "").ToListAsync(ct);
            asks.AddRange(ending.Select(account => new Ask($"{account.Handle} will be signed out. {account.RenewalTrouble}", "Connect it again", Urls.ConnectTo(account.Channel.Value), account.TokenEndsAt, 25)));
        }

        return asks;
    }
}
