using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <summary>What a person does to an account. Whoever calls it arms the account's lane afterwards.</summary>
public sealed class ChangeAccount(IDbContextFactory<RecruitDb> databases, TimeProvider clock)
{
    public Task PauseAsync(Guid staffId, Guid accountId, string reason, CancellationToken ct = default)
        => ChangeAsync(staffId, accountId, Acts.AccountPaused, reason, account => account.Pause(reason), ct);

    public Task ResumeAsync(Guid staffId, Guid accountId, CancellationToken ct = default)
        => ChangeAsync(staffId, accountId, Acts.AccountResumed, "", account => account.Resume(), ct);

    public Task SetWhenFilledAsync(Guid staffId, Guid accountId, WhenFilled whenFilled, CancellationToken ct = default)
        => ChangeAsync(staffId, accountId, Acts.AccountChanged, $"When filled: {whenFilled}", account => account.WhenFilled = whenFilled, ct);

    /// <returns>One sentence for each mistake; empty when it is saved.</returns>
    public async Task<IReadOnlyList<string>> SetCadenceAsync(Guid staffId, Guid accountId, Cadence cadence, CancellationToken ct = default)
    {
        var problems = cadence.Problems().ToList();
        if (problems.Count == 0)
            await ChangeAsync(staffId, accountId, Acts.AccountChanged, $"Posts: {cadence.Words()}", account => account.Cadence = cadence, ct);
        return problems;
    }

    /// <summary>Sets the standing order for a digest, or ends it. What is planned already stays.</summary>
    /// <param name="order">Null: no digest any more.</param>
    /// <exception cref="NotAllowedException">The person may not, or does not work for the facility of the old or the new order.</exception>
    public Task SetDigestAsync(Guid staffId, Guid accountId, DigestOrder? order, CancellationToken ct = default) => InsistAsync(async db =>
    {
        var account = await db.Accounts.SingleAsync(row => row.Id == accountId, ct);
        if (account.Digest is { } old)
            await db.DemandAsync(staffId, Permission.RunDigests, old.FacilityId, ct);
        var actor = await db.DemandAsync(staffId, Permission.RunDigests, order?.FacilityId, ct);
        account.Digest = order;
        db.Audit(actor, Acts.AccountChanged, accountId, clock.GetUtcNow(), order?.FacilityId, order is null ? "No digest" : $"Posts {order.Words()}");
    }, ct);

    private Task ChangeAsync(Guid staffId, Guid accountId, string act, string note, Action<Account> change, CancellationToken ct) => InsistAsync(async db =>
    {
        var actor = await db.DemandAsync(staffId, Permission.RunAccounts, ct: ct);
        var account = await db.Accounts.SingleAsync(row => row.Id == accountId, ct);
        change(account);
        db.Audit(actor, act, accountId, clock.GetUtcNow(), note: note);
    }, ct);

    /// <summary>Makes the change again when a lane saved the account at this moment: what a person says holds for what stands there now.</summary>
    private async Task InsistAsync(Func<RecruitDb, Task> change, CancellationToken ct)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await change(db);
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Again, with what stands there now.
            }
        }
    }
}
