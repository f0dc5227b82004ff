using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Recruit.Sandbox.OAuth;

/// <summary>Apps, codes and tokens of all networks.</summary>
public sealed class OAuthBook(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, App> _apps = [];
    private readonly Dictionary<string, Code> _codes = [];
    private readonly Dictionary<string, Grant> _grants = [];
    private Action<JournalLine> _write = _ => { };

    public IReadOnlyList<App> Apps(string network)
    {
        lock (_gate)
            return [.. _apps.Values.Where(app => app.Network == network)];
    }

    /// <summary>All that can still act, or be renewed so that they can. A family may have several: a person's token and those of their pages.</summary>
    public IReadOnlyList<Grant> Living(string network)
    {
        lock (_gate)
            return [.. _grants.Values.Where(grant => grant.Network == network && !grant.IsRevoked && !grant.IsSpent && (grant.RefreshToken is not null || grant.AccessEndsAt > clock.GetUtcNow()))];
    }

    public App Announce(string network, string name, string redirectUri)
    {
        var app = new App(network, $"practice-{network}-{Random(6)}", Random(24), name, redirectUri);
        lock (_gate)
        {
            _write(new JournalLine(App: app));
            _apps[app.ClientId] = app;
        }

        return app;
    }

    public App? Find(string network, string? clientId)
    {
        lock (_gate)
            return clientId is not null && _apps.TryGetValue(clientId, out var app) && app.Network == network ? app : null;
    }

    public string Allow(App app, string account, IReadOnlyList<string> scopes, string? challenge, TimeSpan life)
    {
        var code = new Code(Random(32), app, account, scopes, challenge, clock.GetUtcNow() + life);
        lock (_gate)
            _codes[code.Value] = code;
        return code.Value;
    }

    /// <summary>Null when it is unknown, used, too old, of another app or address, or when the verifier does not fit.</summary>
    public Code? Redeem(string? value, App app, string? redirectUri, string? verifier)
    {
        lock (_gate)
        {
            if (value is null || !_codes.Remove(value, out var code))
                return null;
            return code.App == app && code.EndsAt > clock.GetUtcNow() && redirectUri == app.RedirectUri && (code.Challenge is null || code.Challenge == ChallengeOf(verifier ?? "")) ? code : null;
        }
    }

    public Grant Issue(App app, string account, IReadOnlyList<string> scopes, TimeSpan? life, bool refreshable, string? family = null)
    {
        var grant = new Grant
        {
            Id = Random(12), Family = family ?? Random(12), Network = app.Network, ClientId = app.ClientId, Account = account, Scopes = scopes,
            AccessToken = Random(40), AccessEndsAt = life is { } span ? clock.GetUtcNow() + span : DateTimeOffset.MaxValue, RefreshToken = refreshable ? Random(40) : null,
        };
        lock (_gate)
            Keep(grant);
        return grant;
    }

    /// <summary>A new access token for a refresh token that stays the same.</summary>
    public Grant? Extend(App app, string? refreshToken, TimeSpan life)
    {
        lock (_gate)
        {
            if (_grants.Values.FirstOrDefault(grant => grant.RefreshToken is not null && grant.RefreshToken == refreshToken && grant.ClientId == app.ClientId && !grant.IsRevoked && !grant.IsSpent) is not { } old)
                return null;
            Keep(old with { IsSpent = true, RefreshToken = null });
            var next = Issue(app, old.Account, old.Scopes, life, refreshable: false, old.Family) with { RefreshToken = refreshToken };
            Keep(next);
            return next;
        }
    }

    /// <summary>The next pair; the old refresh token dies at once, and one that is used a second time takes its whole family along.</summary>
    public Grant? Renew(App app, string? refreshToken, TimeSpan life)
    {
        lock (_gate)
        {
            if (_grants.Values.FirstOrDefault(grant => grant.RefreshToken is not null && grant.RefreshToken == refreshToken && grant.ClientId == app.ClientId) is not { } old || old.IsRevoked)
                return null;
            if (old.IsSpent)
            {
                RevokeFamily(old.Family);
                return null;
            }

            Keep(old with { IsSpent = true });
            return Issue(app, old.Account, old.Scopes, life, refreshable: true, old.Family);
        }
    }

    public void Revoke(string? token)
    {
        lock (_gate)
        {
            if (token is not null && _grants.Values.FirstOrDefault(grant => grant.AccessToken == token || grant.RefreshToken == token || grant.Id == token) is { } grant)
                RevokeFamily(grant.Family);
        }
    }

    /// <summary>The grant behind a token that still works.</summary>
    public Grant? Of(string network, string? accessToken)
    {
        lock (_gate)
            return _grants.Values.FirstOrDefault(grant => grant.Network == network && grant.AccessToken == accessToken && !grant.IsRevoked && grant.AccessEndsAt > clock.GetUtcNow());
    }

    public void WriteTo(Action<JournalLine> write) => _write = write;

    public void Recall(JournalLine line)
    {
        if (line.App is { } app)
            _apps[app.ClientId] = app;
        if (line.Grant is { } grant)
            _grants[grant.Id] = grant;
    }

    public static string ChallengeOf(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private void RevokeFamily(string family)
    {
        foreach (var grant in _grants.Values.Where(grant => grant.Family == family && !grant.IsRevoked).ToList())
            Keep(grant with { IsRevoked = true });
    }

    private void Keep(Grant grant)
    {
        _write(new JournalLine(Grant: grant));
        _grants[grant.Id] = grant;
    }

    private static string Random(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
