using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Notices;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>Tells people of tokens that will end and of caps that come near, once for each threshold.</summary>
public sealed class WatchAccounts(IDbContextFactory<RecruitDb> databases, IOptions<AccountOptions> options, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var spent = await db.SpentAsync(now, ct: ct);
        foreach (var account in await db.Accounts.AsNoTracking().ToListAsync(ct))
        {
            if (AccountNotices.TokenEnds(account, now) is { } token)
                await db.NotifyAsync(token, ct);
            if (spent.TryGetValue(account.Id, out var month) && month.IsNear(account, options.Value.NearCapPercent))
                await db.NotifyAsync(AccountNotices.NearCap(account, month.Total, now), ct);
        }

        await db.SaveChangesAsync(ct);
    }
}
