using Microsoft.Extensions.Options;

namespace Recruit.Channels.Bluesky;

/// <summary>
/// Connecting with an app password: https://docs.bsky.app/docs/api/com-atproto-server-create-session (read 2026-08-20). Sessions last two hours; a refresh token
/// works once, and when it is refused the app password opens a new session.
/// </summary>
public sealed class BlueskyConnect(BlueskyApi api, IOptions<BlueskyOptions> options, TimeProvider time)
{
    public const string AppPassword = "app_password";
    public const string RefreshToken = "refresh_token";
    public const string Handle = "handle";
    public const string Server = "server";

    private static readonly TimeSpan UsualLife = TimeSpan.FromHours(2);

    // Early enough that a session never ends under a post, also when the server does not answer for a while.
    private static readonly TimeSpan RenewAhead = TimeSpan.FromMinutes(30);

    public static IReadOnlyList<SecretSpec> Asked { get; } =
    [
        new(Handle, "Handle, for example northfield.bsky.social", Required: true) { IsShown = true },
        new(AppPassword, "App password", Required: true),
        new(Server, $"Server, where it is not {BlueskyApi.HomeServer.Host}", Required: false) { IsShown = true },
    ];

    public IReadOnlyList<ConnectStep> Steps =>
    [
        new("Sign in to Bluesky with the hospital's jobs handle", "Let it be the hospital's handle, not a person's. The hospital's own domain can be its handle, which shows people that it is the hospital."),
        new("Make an app password", "Settings, Privacy and security, App passwords. Name it Recruit, and leave direct messages off.", options.Value.DeveloperUrl()),
        new("Copy it at once", "Bluesky shows it once. It is not the account's own password: Recruit needs none of that, and the app password can be taken back by itself."),
    ];

    public async Task<LoginResult> TryKeysAsync(IReadOnlyDictionary<string, string> given, CancellationToken ct)
    {
        var (handle, password) = ((given.GetValueOrDefault(Handle) ?? "").Trim().TrimStart('@'), (given.GetValueOrDefault(AppPassword) ?? "").Trim());
        var pasted = (given.GetValueOrDefault(Server) ?? "").Trim();
        Uri? server = null;
        if (pasted.Length > 0 && !SafeServer.TryRead(pasted.Contains("://", StringComparison.Ordinal) ? pasted : "https://" + pasted, out server))
            return new LoginResult.Failed("The server must be an https address. Leave it empty for an account on bsky.social.");

        var stranger = new AccountAccess(Guid.Empty, handle, handle, server, new Dictionary<string, string> { [AppPassword] = password });
        var reply = await api.LogInAsync(handle, password, stranger, ct);
        if (reply is not Answer { IsSuccess: true } said)
            return new LoginResult.Failed(WhyNot(reply));
        if (said.Read<BlueskySession>(BlueskyWire.Json) is not { AccessJwt.Length: > 0, Did.Length: > 0, Handle.Length: > 0 } session)
            return new LoginResult.Failed("The server did not answer as Bluesky's do. Check its address.");

        var found = new FoundAccount("@" + session.Handle, session.Did, SecretsOf(session, password), LifeOf(session)) { Server = server?.GetLeftPart(UriPartial.Authority) ?? "" };
        return new LoginResult.LoggedIn([found], [.. ChecksOf(session)]);
    }

    public static bool CanRenew(IReadOnlyDictionary<string, string> secrets)
        => secrets.GetValueOrDefault(RefreshToken) is { Length: > 0 } || secrets.GetValueOrDefault(AppPassword) is { Length: > 0 };

    public async Task<RenewResult> RenewAsync(AccountAccess account, CancellationToken ct)
    {
        var password = account.Secrets.GetValueOrDefault(AppPassword) ?? "";
        if (account.Secrets.GetValueOrDefault(RefreshToken) is { Length: > 0 } refresh)
        {
            var result = Take(await api.RefreshAsync(refresh, account, ct), password);
            if (result is not RenewResult.Refused || password.Length == 0)
                return result;
        }

        return password.Length == 0
            ? new RenewResult.Refused("There is no app password for this account. Connect it again.")
            : Take(await api.LogInAsync(account.RemoteId, password, account, ct), password);
    }

    private RenewResult Take(Reply reply, string password) => reply switch
    {
        Answer { IsSuccess: true } said when said.Read<BlueskySession>(BlueskyWire.Json) is { AccessJwt.Length: > 0 } session => new RenewResult.Renewed(SecretsOf(session, password), LifeOf(session)),
        Answer { IsSuccess: true } => new RenewResult.TryLater(null, "Bluesky said yes, but gave no session."),
        Answer { Status: 429 } limited => new RenewResult.TryLater(BlueskyErrors.Explain(limited, time.GetUtcNow()).Until, "Bluesky allows no more logins for now."),
        Answer { Status: >= 400 and < 500 } => new RenewResult.Refused("Bluesky takes neither this account's session nor its app password any more. Make a new app password and connect the account again."),
        Answer broken => new RenewResult.TryLater(null, $"Bluesky answered with an error of its own ({broken.Status})."),
        Setback setback => new RenewResult.TryLater(setback.Until, setback.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string WhyNot(Reply reply) => reply switch
    {
        Answer answer when answer.Read<BlueskyProblem>(BlueskyWire.Json)?.Error == "AuthFactorTokenRequired" => "This is the account's own password. Make an app password at Bluesky and paste that one.",
        Answer { Status: 401 or 400 } => "Bluesky does not know this handle and app password together. Copy both again; an app password looks like xxxx-xxxx-xxxx-xxxx.",
        Answer { Status: 429 } => "Bluesky takes no more logins for now: 30 in five minutes, 300 a day. Try again later.",
        Answer { Status: 404 or 501 } => "The server did not answer as Bluesky's do. Check its address.",
        Answer other => $"Bluesky answered with an error of its own ({other.Status}). Try again later.",
        Setback setback => setback.Reason,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Dictionary<string, string> SecretsOf(BlueskySession session, string password)
    {
        var secrets = new Dictionary<string, string> { [BlueskyApi.AccessToken] = session.AccessJwt! };
        if (password.Length > 0)
            secrets[AppPassword] = password;
        if (session.RefreshJwt is { Length: > 0 } refresh)
            secrets[RefreshToken] = refresh;
        return secrets;
    }

    private TokenLife LifeOf(BlueskySession session)
    {
        var now = time.GetUtcNow();
        var ends = BlueskyTokens.Of(session.AccessJwt!).EndsAt is { } told && told > now ? told : now + UsualLife;
        return new TokenLife(ends, ends - now < 2 * RenewAhead ? now + ((ends - now) / 2) : ends - RenewAhead);
    }

    private static IEnumerable<ConnectCheck> ChecksOf(BlueskySession session)
    {
        yield return session.Active is false
            ? new ConnectCheck(CheckSeverity.Blocks, $"Bluesky says that the account is not active ({session.Status ?? "no reason given"}). Sign in there and see what it wants.")
            : new ConnectCheck(CheckSeverity.Fine, "It may post, read its posts back and remove them.");
        yield return BlueskyTokens.Of(session.AccessJwt!).Scope == BlueskyTokens.WholeAccount
            ? new ConnectCheck(CheckSeverity.Lacks, "This is the account's own password, which opens everything. Make an app password instead and connect with that one.")
            : new ConnectCheck(CheckSeverity.Fine, "It is an app password: it can be taken back at Bluesky by itself.");
        yield return new ConnectCheck(CheckSeverity.Fine, "The session is renewed by itself for as long as the app password stands.");
    }
}
