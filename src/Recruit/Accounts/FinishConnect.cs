using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <summary>What a network's login brought: the accounts to choose from, without their tokens.</summary>
/// <param name="Failure">Empty when there are accounts.</param>
public sealed record ConnectChoice(Guid Id, IChannel Channel, IReadOnlyList<FoundAccount> Found, IReadOnlyList<ConnectCheck> Checks, string Failure)
{
    public bool IsBlocked => Checks.Any(check => check.Severity == CheckSeverity.Blocks);
}

/// <summary>Takes the network's answer at once, since its code lives seconds, and later the person's choice.</summary>
public sealed class FinishConnect(IDbContextFactory<RecruitDb> databases, ChannelCatalog channels, TokenVault vault, BeginConnect begin, AddAccount add, TimeProvider clock)
{
    private const string TooLate = "This login is over: it took longer than a quarter of an hour, or was answered already. Begin again.";

    /// <param name="state">As the network carried it back.</param>
    /// <param name="code">Null when the person or the network said no.</param>
    /// <returns>The attempt to choose from; null when no login of this person is open under that state.</returns>
    public async Task<Guid?> AnswerAsync(Guid staffId, ChannelKey channel, string? state, string? code, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.DemandAsync(staffId, Permission.RunAccounts, ct: ct);
        var now = clock.GetUtcNow();
        var hash = BeginConnect.Hash(state ?? "");
        // Taken by one request alone: a second answer with the same state is not ours.
        if (await db.ConnectAttempts.Where(row => row.StateHash == hash && row.StaffId == staffId && row.Channel == channel && row.AnsweredAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.AnsweredAt, now), ct) == 0)
            return null;

        var attempt = await db.ConnectAttempts.SingleAsync(row => row.StateHash == hash, ct);
        if (attempt.IsOver(now) || vault.Open(attempt) is not { } secrets)
            attempt.Failure = TooLate;
        else if (string.IsNullOrEmpty(code))
            attempt.Failure = $"{channels[channel].Name} did not let Recruit in: the login was cancelled there. Begin again when you are ready.";
        else
            await ExchangeAsync(attempt, secrets, code, ct);
        await db.SaveChangesAsync(CancellationToken.None);
        return attempt.Id;
    }

    /// <summary>Looks what pasted keys open, for networks that have no login to come back from.</summary>
    /// <param name="given">By the names that the network's channel asks for.</param>
    /// <returns>The attempt to choose from.</returns>
    /// <exception cref="NotAllowedException">The person may not, or something is missing; the message says what.</exception>
    public async Task<Guid> TryKeysAsync(Guid staffId, ChannelKey channel, IReadOnlyDictionary<string, string> given, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var actor = await db.DemandAsync(staffId, Permission.RunAccounts, ct: ct);
        if (channels.Find(channel.Value) is not IConnectsByKey connects)
            throw new NotAllowedException("This network takes no keys. Log in there instead.");
        if (connects.Asked.FirstOrDefault(spec => spec.Required && string.IsNullOrWhiteSpace(given.GetValueOrDefault(spec.Name))) is { } missing)
            throw new NotAllowedException($"{missing.Label} is missing.");

        var now = clock.GetUtcNow();
        await BeginConnect.ForgetAbandonedAsync(db, now, ct);
        var attempt = new ConnectAttempt { StaffId = staffId, Channel = channel, StateHash = BeginConnect.Hash(Guid.NewGuid().ToString()), CreatedAt = now, AnsweredAt = now };
        Keep(attempt, new ConnectSecrets(new Dictionary<string, string>(), "", null, null), await connects.TryKeysAsync(given, ct));
        db.ConnectAttempts.Add(attempt);
        db.Audit(actor, Acts.LoginBegun, attempt.Id, now, note: $"Began to connect an account of {channels[channel].Name}");
        await db.SaveChangesAsync(ct);
        return attempt.Id;
    }

    /// <returns>Null when there is no such login of this person.</returns>
    public async Task<ConnectChoice?> ReadAsync(Guid staffId, Guid attemptId, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.ConnectAttempts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == attemptId && row.StaffId == staffId && row.AnsweredAt != null, ct) is not { } attempt)
            return null;

        var secrets = attempt.IsOver(clock.GetUtcNow()) ? null : vault.Open(attempt);
        var found = (secrets?.Found ?? []).Select(account => account with { Secrets = new Dictionary<string, string>() }).ToList();
        return new ConnectChoice(attempt.Id, channels[attempt.Channel], found, secrets?.Checks ?? [], attempt.Failure.Length > 0 ? attempt.Failure : found.Count == 0 ? TooLate : "");
    }

    /// <exception cref="NotAllowedException">The login is over, or it opened no such account; the message says what to do.</exception>
    public async Task<Account> ChooseAsync(Guid staffId, Guid attemptId, string remoteId, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var attempt = await db.ConnectAttempts.SingleOrDefaultAsync(row => row.Id == attemptId && row.StaffId == staffId, ct);
        if (attempt is null || attempt.IsOver(clock.GetUtcNow()) || vault.Open(attempt)?.Found?.FirstOrDefault(account => account.RemoteId == remoteId) is not { } chosen)
            throw new NotAllowedException(TooLate);

        var known = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Channel == attempt.Channel && row.RemoteId == remoteId && row.Server == chosen.Server, ct);
        var saved = await add.RunAsync(staffId,
            new NewAccount(attempt.Channel.Value, known?.Handle ?? chosen.Handle, chosen.RemoteId, chosen.Server, chosen.Secrets, known?.WhenFilled ?? WhenFilled.Remove, chosen.Life), ct);
        db.ConnectAttempts.Remove(attempt);
        await db.SaveChangesAsync(CancellationToken.None);
        return saved;
    }

    private async Task ExchangeAsync(ConnectAttempt attempt, ConnectSecrets secrets, string code, CancellationToken ct)
    {
        var connects = (IConnectsAccounts)channels[attempt.Channel];
        Keep(attempt, secrets, await connects.FinishLoginAsync(new LoginAnswer(secrets.App, begin.ReturnUrl(attempt.Channel), code, secrets.Verifier), ct));
    }

    private void Keep(ConnectAttempt attempt, ConnectSecrets secrets, LoginResult result)
    {
        switch (result)
        {
            case LoginResult.LoggedIn { Accounts.Count: > 0 } done:
                vault.Seal(attempt, new ConnectSecrets(secrets.App, "", done.Accounts, done.Checks));
                break;
            case LoginResult.LoggedIn:
                attempt.Failure = $"{channels[attempt.Channel].Name} knows no account that this person may post for. Ask its owner for a role, then begin again.";
                break;
            case LoginResult.Failed failed:
                attempt.Failure = failed.Reason;
                break;
        }
    }
}
