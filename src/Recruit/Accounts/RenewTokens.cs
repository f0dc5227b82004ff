using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <summary>
/// Gets the next token of every account before its present one ends. A refresh token may work once only, so one node at a time asks for an account,
/// and what it got is stored before anybody uses it.
/// </summary>
public sealed partial class RenewTokens(IDbContextFactory<RecruitDb> databases, ChannelCatalog channels, TokenVault vault, TimeProvider clock, ILogger<RenewTokens> log)
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
        {
            try
            {
                await RenewAsync(accountId, ct);
            }
            catch (Exception trouble) when (!ct.IsCancellationRequested)
            {
                // Its lease ends by itself; the other accounts' tokens end whatever became of this one.
                Log.Failed(log, accountId, trouble);
            }
        }
    }

    private async Task RenewAsync(Guid accountId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Accounts.Where(account => account.Id == accountId && account.RenewAt <= now && (account.RenewingUntil == null || account.RenewingUntil < now))
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.RenewingUntil, now + Lease), ct) == 0)
            return;

        var account = await db.Accounts.AsNoTracking().SingleAsync(row => row.Id == accountId, ct);
        RenewResult result = channels.Find(account.Channel.Value) is not IRenewsTokens renews || vault.Open(account) is not { } access
            ? new RenewResult.Refused("The stored token cannot be renewed. Connect the account again.")
            : await renews.RenewAsync(access, ct);
        // The old token may be dead from here on: what came must be stored, also when the program is asked to stop.
        await KeepAsync(account, result);
    }

    /// <param name="asked">As it stood when this node took its turn.</param>
    private Task KeepAsync(Account asked, RenewResult result) => databases.InsistAsync(async db =>
    {
        var account = await db.Accounts.SingleAsync(row => row.Id == asked.Id);
        var isOurTurn = account.RenewingUntil == asked.RenewingUntil;
        // A person gave it new secrets meanwhile, which are newer than what this call was made with; or this was stored without our hearing of it.
        if (account.SealedSecrets == asked.SealedSecrets && (isOurTurn || result is RenewResult.Renewed))
            await ApplyAsync(db, account, result);
        else if (isOurTurn)
            account.EndRenewal();
        await db.SaveChangesAsync();
    }, clock, CancellationToken.None, (tries, down) => Log.StoreFailed(log, asked.Id, tries, down.GetType().Name));

    private async Task ApplyAsync(RecruitDb db, Account account, RenewResult result)
    {
        var now = clock.GetUtcNow();
        switch (result)
        {
            case RenewResult.Renewed renewed:
                vault.Seal(account, renewed.Secrets);
                account.Renewed(renewed.Life, now);
                db.Audit(Actor.Clock, Acts.TokenRenewed, account.Id, now);
                break;
            case RenewResult.TryLater later:
                account.PutOffRenewal(later.Until, now);
                break;
            case RenewResult.Refused refused:
                if (account.RefuseRenewal(refused.Reason, now))
                {
                    db.Audit(Actor.Clock, Acts.RenewalEnded, account.Id, now, note: refused.Reason);
                    await db.NotifyAsync(AccountNotices.RenewalEnded(account, now), CancellationToken.None);
                }

                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The token of account {AccountId} could not be renewed")]
        public static partial void Failed(ILogger logger, Guid accountId, Exception trouble);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to a renewal for account {AccountId} could not be stored, try {Tries}: {Fault}")]
        public static partial void StoreFailed(ILogger logger, Guid accountId, int tries, string fault);
    }
}
