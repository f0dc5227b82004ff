using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <summary>Takes from a network's answers what concerns the whole account: its limit, its token, its standing.</summary>
public sealed class AccountHealth(IDbContextFactory<RecruitDb> databases, TimeProvider clock)
{
    /// <param name="account">As it stood when the lane took the delivery: only its lane counts its refusals.</param>
    public Task NoteAsync(Account account, PublishResult result, CancellationToken ct) => result switch
    {
        PublishResult.RateLimited limited => ThrottleAsync(account.Id, limited.Until, ct),
        PublishResult.SignedOut signedOut => SignOutAsync(account.Id, signedOut.Reason, ct),
        PublishResult.AccountStopped stopped => StopAsync(account.Id, stopped.Reason, ct),
        PublishResult.Rejected rejected => RefuseAsync(account.Id, rejected.Reason, ct),
        PublishResult.Published { RestUntil: null } when account is { Refusals: 0, TurnedAway: 0 } => Task.CompletedTask,
        PublishResult.Published published => AcceptAsync(account.Id, published.RestUntil, ct),
        _ => Task.CompletedTask,
    };

    public Task NoteAsync(Guid accountId, RemoveResult result, CancellationToken ct) => result switch
    {
        RemoveResult.TryLater { Until: { } until } => ThrottleAsync(accountId, until, ct),
        RemoveResult.SignedOut signedOut => SignOutAsync(accountId, signedOut.Reason, ct),
        RemoveResult.AccountStopped stopped => StopAsync(accountId, stopped.Reason, ct),
        _ => Task.CompletedTask,
    };

    /// <summary>A look that did not come through.</summary>
    public Task NoteAsync(Guid accountId, Setback setback, CancellationToken ct) => setback switch
    {
        { Kind: SetbackKind.Throttled, Until: { } until } => ThrottleAsync(accountId, until, ct),
        { Kind: SetbackKind.SignedOut } => SignOutAsync(accountId, setback.Reason, ct),
        { Kind: SetbackKind.Stopped } => StopAsync(accountId, setback.Reason, ct),
        _ => Task.CompletedTask,
    };

    /// <summary>The network refused the token. An account whose next one can be had waits for that instead.</summary>
    public Task SignOutAsync(Guid accountId, string reason, CancellationToken ct) => ChangeAsync(accountId, account =>
    {
        if (account.AwaitRenewal(clock.GetUtcNow()))
            return null;
        account.SignOut(account.RenewalTrouble.Length > 0 ? account.RenewalTrouble : reason);
        return reason;
    }, ct);

    private Task StopAsync(Guid accountId, string reason, CancellationToken ct)
        => ChangeAsync(accountId, account => account.Stop(reason), reason, ct);

    private Task ThrottleAsync(Guid accountId, DateTimeOffset until, CancellationToken ct)
        => ChangeAsync(accountId, account => account.Throttle(until), null, ct);

    private Task RefuseAsync(Guid accountId, string reason, CancellationToken ct)
        => ChangeAsync(accountId, account => account.Refuse(reason) ? account.StateReason : null, ct);

    /// <summary>The post stands; when the network says that it was the last one for now, the account waits instead of running into the limit.</summary>
    private Task AcceptAsync(Guid accountId, DateTimeOffset? restUntil, CancellationToken ct) => ChangeAsync(accountId, account =>
    {
        account.Accept();
        if (restUntil is { } until)
            account.Throttle(until);
        return null;
    }, ct);

    private Task ChangeAsync(Guid accountId, Action<Account> change, string? auditNote, CancellationToken ct)
        => ChangeAsync(accountId, account =>
        {
            change(account);
            return auditNote;
        }, ct);

    /// <param name="change">Returns the audit note; null writes none.</param>
    private async Task ChangeAsync(Guid accountId, Func<Account, string?> change, CancellationToken ct)
    {
        var (before, written) = (Guid.Empty, Guid.Empty);
        await databases.InsistAsync(async db =>
        {
            var account = await db.Accounts.SingleAsync(row => row.Id == accountId, ct);
            // The try before was committed without our hearing of it: the same change again would count twice.
            if (written != before && written == account.Version)
                return;

            before = written = account.Version;
            var was = account.State;
            if (change(account) is { } auditNote)
                db.Audit(Actor.Clock, Acts.AccountStopped, accountId, clock.GetUtcNow(), note: auditNote);
            if (account.State != was)
                await db.NotifyAsync(AccountNotices.Rests(account, clock.GetUtcNow()), ct);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            finally
            {
                written = account.Version;
            }
        }, clock, ct);
    }
}
