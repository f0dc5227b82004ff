using Microsoft.Extensions.Options;

namespace Recruit.Channels.Mastodon;

/// <summary>
/// Connecting with a token that the hospital makes on its own server, under Preferences, Development: https://docs.joinmastodon.org/client/token (read 2026-07-02).
/// A login would need an app of ours on every server in the world; a token needs none, and has no end.
/// </summary>
public sealed class MastodonConnect(MastodonApi api, IOptions<MastodonOptions> options)
{
    public const string Server = "server";

    private static readonly (string Scope, CheckSeverity WhenMissing, string Sentence)[] Scopes =
    [
        ("write:statuses", CheckSeverity.Blocks, "post"),
        ("write:media", CheckSeverity.Lacks, "upload pictures"),
        ("read:accounts", CheckSeverity.Blocks, "see which account it is"),
        ("read:statuses", CheckSeverity.Blocks, "read its posts back"),
    ];

    public static IReadOnlyList<SecretSpec> Asked { get; } =
    [
        new(Server, "Server, for example mastodon.example", Required: true) { IsShown = true },
        new(MastodonApi.AccessToken, "Access token", Required: true),
    ];

    public IReadOnlyList<ConnectStep> Steps =>
    [
        new("Sign in to your Mastodon server with the hospital's jobs account", "Let it be the hospital's account, not a person's, and read the server's rules first: some servers do not want job posts.", options.Value.DeveloperUrl()),
        new("Mark the account as automated", "Preferences, Public profile: \"This is an automated account\". People see then that a program posts for it."),
        new("Make an application under Preferences, Development", "Name it Recruit. It needs no redirect address of ours. Choose the scopes read:accounts, read:statuses, write:media and write:statuses, and nothing else."),
        new("Open the application and copy \"Your access token\"", "It works until the application is deleted or the token is made anew there."),
    ];

    public async Task<LoginResult> TryKeysAsync(IReadOnlyDictionary<string, string> given, CancellationToken ct)
    {
        if (ServerIn(given.GetValueOrDefault(Server) ?? "") is not { } server)
            return new LoginResult.Failed("The server must be the name of a Mastodon server, for example mastodon.example.");

        var secrets = new Dictionary<string, string> { [MastodonApi.AccessToken] = given.GetValueOrDefault(MastodonApi.AccessToken)?.Trim() ?? "" };
        var access = new AccountAccess(Guid.Empty, "", "", server, secrets);
        var reply = await api.MeAsync(access, ct);
        if (reply is not Answer answer)
            return new LoginResult.Failed(WhyNot((Setback)reply, server));
        if (answer.Read<MastodonAccount>(MastodonWire.Json) is not { Id.Length: > 0, Username.Length: > 0 } me)
            return new LoginResult.Failed($"{server.Host} did not answer as a Mastodon server does. Check its name.");

        var checks = new List<ConnectCheck>(await ScopeChecksAsync(access, ct));
        checks.AddRange(await LengthChecksAsync(access, ct));
        checks.Add(me.Bot is true
            ? new ConnectCheck(CheckSeverity.Fine, "It says that it is automated.")
            : new ConnectCheck(CheckSeverity.Lacks, "It does not say that it is automated: mark it so under Preferences, Public profile."));
        return new LoginResult.LoggedIn([new FoundAccount($"@{me.Username}@{server.Host}", me.Id, secrets, TokenLife.Unknown) { Server = server.GetLeftPart(UriPartial.Authority) }], checks);
    }

    /// <summary>From whatever a person pastes: a name, an address, or the address of a profile. Null when it is none of them.</summary>
    public static Uri? ServerIn(string pasted)
    {
        var text = pasted.Trim();
        if (text.Length == 0 || text.Contains(' ', StringComparison.Ordinal))
            return null;
        text = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text[(text.LastIndexOf('@') + 1)..];
        return SafeServer.TryRead(text, out var url) && (url.IsLoopback || url.Host.Contains('.', StringComparison.Ordinal))
                ? new Uri(url.GetLeftPart(UriPartial.Authority))
                : null;
    }

    // Servers tell the scopes since 4.3. An older one says nothing, and then only a post can tell.
    private async Task<IEnumerable<ConnectCheck>> ScopeChecksAsync(AccountAccess access, CancellationToken ct)
    {
        if (await api.AppAsync(access, ct) is not Answer answer || answer.Read<MastodonApp>(MastodonWire.Json)?.Scopes is not { } given)
            return [new ConnectCheck(CheckSeverity.Lacks, "The server does not tell what the token may do. If a post is refused, give the application the scopes read:accounts, read:statuses, write:media and write:statuses, and make its token anew.")];

        return Scopes.Select(scope => given.Contains(scope.Scope) || given.Contains(scope.Scope.Split(':')[0])
            ? new ConnectCheck(CheckSeverity.Fine, $"It may {scope.Sentence}.")
            : new ConnectCheck(scope.WhenMissing, $"It may not {scope.Sentence}: the token lacks {scope.Scope}. Add it to the application on the server, make its token anew, and paste that one."));
    }

    private async Task<IEnumerable<ConnectCheck>> LengthChecksAsync(AccountAccess access, CancellationToken ct)
    {
        var (most, perLink) = (options.Value.MaxCharacters, options.Value.CharactersPerUrl);
        if (await api.InstanceAsync(access, ct) is not Answer answer || answer.Read<MastodonInstance>(MastodonWire.Json)?.Configuration?.Statuses is not { MaxCharacters: { } limit } told)
            return [new ConnectCheck(CheckSeverity.Lacks, $"The server does not tell how long a post may be. Recruit writes up to {most} characters.")];
        if (limit < most)
            return [new ConnectCheck(CheckSeverity.Blocks, $"The server takes {limit} characters, and Recruit writes up to {most}. Set Channels:Mastodon:MaxCharacters to {limit}, start Recruit again, then connect.")];
        if (told.CharactersReservedPerUrl > perLink)
            return [new ConnectCheck(CheckSeverity.Blocks, $"The server counts {told.CharactersReservedPerUrl} characters for a link, and Recruit counts {perLink}. Set Channels:Mastodon:CharactersPerUrl to {told.CharactersReservedPerUrl}, start Recruit again, then connect.")];
        return [new ConnectCheck(CheckSeverity.Fine, $"A post may have {limit} characters there; Recruit writes up to {most}.")];
    }

    private static string WhyNot(Setback setback, Uri server) => setback.Kind switch
    {
        SetbackKind.SignedOut => $"{server.Host} does not know this token. Copy \"Your access token\" again; the other two keys of that page are not it.",
        SetbackKind.Stopped => $"{setback.Reason} The token needs the scope read:accounts.",
        SetbackKind.Gone => $"{server.Host} did not answer as a Mastodon server does. Check its name.",
        _ => setback.Reason,
    };
}
