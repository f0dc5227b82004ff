using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <summary>Sends a person to a network's login.</summary>
public sealed class BeginConnect(IDbContextFactory<RecruitDb> databases, ChannelCatalog channels, TokenVault vault, Microsoft.Extensions.Options.IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <summary>What the hospital pastes at the network, letter by letter.</summary>
    public Uri ReturnUrl(ChannelKey channel) => new(site.Value.Absolute(Urls.ConnectAnswer(channel.Value)));

    /// <param name="app">By the names that the network's channel asks for.</param>
    /// <returns>Where the person's browser goes.</returns>
    /// <exception cref="NotAllowedException">The person may not, or something is missing; the message says what.</exception>
    public async Task<Uri> RunAsync(Guid staffId, ChannelKey channel, IReadOnlyDictionary<string, string> app, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var actor = await db.DemandAsync(staffId, Permission.RunAccounts, ct: ct);
        if (channels.Find(channel.Value) is not IConnectsAccounts connects)
            throw new NotAllowedException("This network has no login to connect with. Add the account with a token.");

        var given = connects.AppSecrets.ToDictionary(spec => spec.Name, spec => app.GetValueOrDefault(spec.Name)?.Trim() ?? "");
        if (connects.AppSecrets.FirstOrDefault(spec => spec.Required && given[spec.Name].Length == 0) is { } missing)
            throw new NotAllowedException($"Give the {missing.Label.ToLowerInvariant()} that {channels[channel].Name} showed for your app.");

        var now = clock.GetUtcNow();
        await ForgetAbandonedAsync(db, now, ct);

        var (state, verifier) = (Random(), Random());
        var attempt = new ConnectAttempt { StaffId = staffId, Channel = channel, StateHash = Hash(state), CreatedAt = now };
        vault.Seal(attempt, new ConnectSecrets(given, verifier, null, null));
        db.ConnectAttempts.Add(attempt);
        db.Audit(actor, Acts.LoginBegun, attempt.Id, now, note: $"Began to connect an account of {channels[channel].Name}");
        await db.SaveChangesAsync(ct);
        return connects.LoginUrl(new LoginRequest(given, ReturnUrl(channel), state, verifier));
    }

    /// <summary>An abandoned login leaves sealed secrets behind: they go with the next one.</summary>
    internal static async Task ForgetAbandonedAsync(RecruitDb db, DateTimeOffset now, CancellationToken ct)
        => db.ConnectAttempts.RemoveRange(await db.ConnectAttempts.Where(row => row.CreatedAt < now - ConnectAttempt.Life).ToListAsync(ct));

    internal static string Hash(string state) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(state)));

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
