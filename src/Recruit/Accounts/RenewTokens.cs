using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <summary>
/// Gets the next token of every account before its present one ends. A refresh token may work once only, so one node at a time asks for an account,
/// and what it got is stored before anybody uses it.
/// </summary>
public sealed class RenewTokens(IDbContextFactory<RecruitDb> databases, ChannelCatalog channels, TokenVault vault, TimeProvider clock)
{
    // Longer than a call may take, so that nobody else asks while an answer may still come.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(6);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<Guid> due;
        await using (var db = await databases.CreateDbContextAsync(ct))
            due = await db.Accounts.Where(account => account.RenewAt <= now && (account.RenewingUntil == null || account.RenewingUntil < now)).OrderBy(account => account.RenewAt).Select(account => account.Id).ToListAsync(ct);

        foreach (var accountId in due)
            await RenewAsync(accountId, ct);
    }

    private async Task RenewAsync(Guid accountId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Accounts.Where(account => account.Id == accountId && account.RenewAt <= now && (account.RenewingUntil == null || account.RenewingUntil < now))
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.RenewingUntil, now + Lease), ct) == 0)
            return;

        var account = await db.Accounts.AsNoTracking().SingleAsync(row => row.Id == accountId, ct);
        RenewResult result = channels.Find(account.Channel.Value) is not IConnectsAccounts connects || vault.Open(account) is not { } access
            ? new RenewResult.Refused("The stored token cannot be renewed. Connect the account again.")
            : await connects.RenewAsync(access, ct);
        // The old token may be dead from here on: what came must be stored, also when the program is asked to stop.
        await KeepAsync(accountId, account.SealedSecrets, result);
    }

    private async Task KeepAsync(Guid accountId, string sealedBefore, RenewResult result)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
            var account = await db.Accounts.SingleAsync(row => row.Id == accountId);
            // A person gave it new secrets meanwhile: theirs are newer than what this call was made with.
            if (account.SealedSecrets != sealedBefore)
                account.EndRenewal();
            else
                Apply(db, account, result);

            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody saved the account at this moment: apply the answer to what stands there now.
            }
        }
    }

    private void Apply(RecruitDb db, Account account, RenewResult result)
    {
        var now = clock.GetUtcNow();
        switch (result)
        {
            case RenewResult.Renewed renewed:
                vault.Seal(account, renewed.Secrets);
                account.Renewed(renewed.Life, now);
                break;
            case RenewResult.TryLater later:
                account.PutOffRenewal(later.Until, now);
                break;
            case RenewResult.Refused refused:
                if (account.RefuseRenewal(refused.Reason, now))
                    db.Audit(Actor.Clock, Acts.AccountStopped, account.Id, now, note: refused.Reason);
                break;
        }
    }
}
