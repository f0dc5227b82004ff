using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Shell.Parts;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>Deliveries that only a person can move on, and accounts that rest.</summary>
public sealed class DeliveryAsks(TimeProvider clock) : IAsksForPeople
{
    private const int Most = 20;
    // Time enough to find the person who may log in at the network.
    private static readonly TimeSpan BeforeEnd = TimeSpan.FromDays(30);

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
                DeliveryState.Scheduled or DeliveryState.Retrying => "Decide",
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

            var now = clock.GetUtcNow();
            var soon = now + BeforeEnd;
            var ending = await db.Accounts.AsNoTracking()
                .Where(account => account.State == AccountState.Active && (account.RenewalTrouble != "" || (account.RenewAt == null && account.TokenEndsAt < soon))).ToListAsync(ct);
            var zone = await db.ZoneOfAsync(staffId, ct);
            asks.AddRange(ending.Select(account => new Ask(EndWords(account, zone, now), "Connect it again", Urls.ConnectTo(account.Channel.Value), account.TokenEndsAt, 25)));
        }

        return asks;
    }

    private static string EndWords(Account account, TimeZoneInfo zone, DateTimeOffset now) => account switch
    {
        { RenewalTrouble.Length: > 0 } => $"{account.Handle} will be signed out. {account.RenewalTrouble}",
        { TokenEndsAt: { } ends } when ends > now => $"{account.Handle} will be signed out {ZoneTime.Say(ends, zone, now)}: its token ends then, and no next one comes by itself.",
        _ => $"The token of {account.Handle} has ended, and no next one comes by itself.",
    };
}
