using Microsoft.EntityFrameworkCore;
using Recruit.Channels;
using Recruit.Notices;
using Recruit.Persistence;

namespace Recruit.Accounts;

/// <summary>
/// Warns before the version that a network is asked with comes to its end, and asks the network whether it still takes it. Where it does not, all its accounts
/// stop with the sentence that says what to set: each post would be refused for the same reason.
/// </summary>
public sealed class ProbeVersions(IDbContextFactory<RecruitDb> databases, ChannelCatalog channels, TokenVault vault, AccountHealth health, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct = default)
    {
        List<Account> accounts;
        await using (var db = await databases.CreateDbContextAsync(ct))
            accounts = await db.Accounts.AsNoTracking().OrderBy(account => account.Id).ToListAsync(ct);

        foreach (var those in accounts.GroupBy(account => account.Channel))
        {
            if (channels[those.Key] is not IHasApiVersion network)
                continue;

            var (name, now) = (channels[those.Key].Name, clock.GetUtcNow());
            await TellAsync(AccountNotices.VersionEnds(those.First(), name, network.ApiVersion, now), ct);
            if (await AskAsync(network, those.Where(account => account.TakesCalls(now)), ct) is not { } ended)
                continue;

            await TellAsync(AccountNotices.VersionEnded(those.First(), name, network.ApiVersion, now), ct);
            foreach (var account in those.Where(account => account.State == AccountState.Active))
                await health.NoteAsync(account.Id, ended, ct);
        }
    }

    // One account's trouble says nothing of the version, so the next one asks.
    private async Task<Setback?> AskAsync(IHasApiVersion network, IEnumerable<Account> accounts, CancellationToken ct)
    {
        foreach (var access in accounts.Select(vault.Open).OfType<AccountAccess>())
            switch (await network.ProbeVersionAsync(access, ct))
            {
                case VersionProbe.Taken:
                    return null;
                case VersionProbe.Ended ended:
                    return ended.Setback;
            }

        return null;
    }

    private async Task TellAsync(Notice? notice, CancellationToken ct)
    {
        if (notice is null)
            return;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.NotifyAsync(notice, ct))
            await db.SaveChangesAsync(ct);
    }
}
