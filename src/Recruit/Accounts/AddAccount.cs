using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <param name="Secrets">By the names in the channel's <see cref="IChannel.Secrets"/>.</param>
public sealed record NewAccount(
    string Network,
    string Handle,
    string RemoteId,
    string Server,
    IReadOnlyDictionary<string, string> Secrets,
    WhenFilled WhenFilled = WhenFilled.Remove,
    TokenLife? Life = null);

/// <summary>Adds an account, or gives a known one new secrets and lets it go on.</summary>
public sealed class AddAccount(IDbContextFactory<RecruitDb> databases, ChannelCatalog channels, TokenVault vault, TimeProvider clock)
{
    /// <exception cref="NotAllowedException">The person may not, or something is missing; the message says what.</exception>
    public Task<Account> RunAsync(Guid staffId, NewAccount request, CancellationToken ct = default)
        => SaveAsync(async db => await ChangeAsync(db, await db.DemandAsync(staffId, Permission.RunAccounts, ct: ct), request, ct), ct);

    /// <summary>For whoever can start the program's commands: they own the database.</summary>
    public Task<Account> RunAsOperatorAsync(NewAccount request, CancellationToken ct = default)
        => SaveAsync(db => ChangeAsync(db, InviteStaff.Operator, request, ct), ct);

    private async Task<Account> SaveAsync(Func<RecruitDb, Task<Account>> change, CancellationToken ct)
    {
        try
        {
            // A lane may save the known account at this moment: the new secrets belong on what stands there then.
            return await databases.ChangeAsync(change, ct);
        }
        catch (DbUpdateException twin) when (twin.IsDataRefusal())
        {
            throw new NotAllowedException("Somebody added this account at the same moment. Look at the accounts: it stands there now, and you can give it a new token.");
        }
    }

    private async Task<Account> ChangeAsync(RecruitDb db, Actor actor, NewAccount request, CancellationToken ct)
    {
        var channel = channels.Find(request.Network)
            ?? throw new NotAllowedException($"There is no network {request.Network}. Choose one of {string.Join(", ", channels.All.Select(one => one.Key))}.");
        if (Problem(channel, request) is { } problem)
            throw new NotAllowedException(problem);

        var (handle, remoteId, server) = (request.Handle.Trim(), request.RemoteId.Trim(), ServerOf(request.Server.Trim()));
        var account = await db.Accounts.SingleOrDefaultAsync(row => row.Channel == channel.Key && row.RemoteId == remoteId && row.Server == server, ct);
        var act = account is null ? Acts.AccountAdded : Acts.AccountChanged;
        if (account is null)
            db.Accounts.Add(account = new Account { Channel = channel.Key, RemoteId = remoteId, Server = server });

        (account.Handle, account.WhenFilled) = (handle, request.WhenFilled);
        vault.Seal(account, request.Secrets.Where(secret => secret.Value.Trim().Length > 0).ToDictionary(secret => secret.Key, secret => secret.Value.Trim()));
        account.Connect(request.Life ?? LifeOfPasted(channel, request));
        account.Resume();
        db.Audit(actor, act, account.Id, clock.GetUtcNow(), note: $"{channel.Key} {handle}");
        return account;
    }

    // Nobody said how old a pasted token is: with what renews it beside it, the next one is asked for at once.
    private TokenLife LifeOfPasted(IChannel channel, NewAccount request)
        => channel is IRenewsTokens renews && renews.CanRenew(request.Secrets) ? new TokenLife(null, clock.GetUtcNow()) : TokenLife.Unknown;

    // One spelling for one server, so that the same account is not added twice.
    private static string ServerOf(string given) => given.Length == 0 ? "" : new Uri(given).GetLeftPart(UriPartial.Authority);

    private static string? Problem(IChannel channel, NewAccount request)
    {
        if (string.IsNullOrWhiteSpace(request.Handle))
            return "Give the account's handle or name, as people see it on the network.";
        if (string.IsNullOrWhiteSpace(request.RemoteId))
            return $"Give the account's id on {channel.Name}.";
        if (request.Server.Trim().Length > 0 && channel is not IHasServers)
            return $"{channel.Name} has one server only. Leave the server empty.";
        if (request.Server.Trim().Length == 0 && channel is IHasServers { HomeServer: null })
            return $"{channel.Name} is many servers. Give the one that the account lives on, for example https://{channel.Key}.example.";
        if (request.Server.Trim().Length > 0 && !SafeServer.TryRead(request.Server.Trim(), out _))
            return "The server must be an https address, or http to this machine, and hold no user name.";

        var missing = channel.Secrets.Where(spec => spec.Required && string.IsNullOrWhiteSpace(request.Secrets.GetValueOrDefault(spec.Name))).ToList();
        if (missing.Count > 0)
            return $"{channel.Name} needs {string.Join(" and ", missing.Select(spec => $"{spec.Label.ToLowerInvariant()} ({spec.Name})"))}.";

        var unknown = request.Secrets.Keys.Where(name => channel.Secrets.All(spec => spec.Name != name)).ToList();
        return unknown.Count > 0 ? $"{channel.Name} knows no secret {unknown[0]}. It knows {string.Join(", ", channel.Secrets.Select(spec => spec.Name))}." : null;
    }
}
