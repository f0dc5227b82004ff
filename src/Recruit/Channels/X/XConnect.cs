using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Recruit.Channels.X;

/// <summary>
/// Login at X with PKCE, and refresh tokens that work once: https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code (read 2026-06-11).
/// That they rotate is said by users only, so either answer works here: without a new one the old one stays.
/// </summary>
public sealed class XConnect(XApi api, IOptions<XOptions> options, TimeProvider time)
{
    public const string RefreshToken = "refresh_token";
    public const string ClientId = "client_id";
    public const string ClientSecret = "client_secret";

    private const string Offline = "offline.access";
    private static readonly TimeSpan UsualLife = TimeSpan.FromHours(2);

    // Early enough that a token never ends under a post, also when X does not answer for a while.
    private static readonly TimeSpan RenewAhead = TimeSpan.FromMinutes(30);

    private static readonly (string Scope, CheckSeverity WhenMissing, string Sentence)[] Scopes =
    [
        ("tweet.read", CheckSeverity.Blocks, "read its posts back"),
        ("tweet.write", CheckSeverity.Blocks, "post"),
        ("users.read", CheckSeverity.Blocks, "see which account it is"),
        ("media.write", CheckSeverity.Lacks, "upload pictures"),
        (Offline, CheckSeverity.Lacks, "stay connected for longer than two hours"),
    ];

    public static IReadOnlyList<SecretSpec> AppSecrets { get; } = [new(ClientId, "Client ID", Required: true) { IsShown = true }, new(ClientSecret, "Client secret", Required: true)];

    public IReadOnlyList<ConnectStep> Steps =>
    [
        new("Sign in to X's developer console with the hospital's jobs handle", "The one who owns the app pays for its posts: let it be the hospital's handle, not a person's.", options.Value.DeveloperUrl()),
        new("Buy credits, and set a monthly limit", string.Create(CultureInfo.InvariantCulture, $"X charges each post: ${options.Value.PriceOfPost:0.000}, and ${options.Value.PriceWithLink:0.000} when it carries a link. Without credits X refuses every post.")),
        new("Make an app with user authentication", "Choose \"Web app, automated app or bot\" and read and write permissions, and paste our redirect address, letter by letter."),
        new("Label the handle as automated", "X asks accounts that programs post to for this, under Settings, Your account, Automation."),
        new("Copy the OAuth 2.0 client ID and client secret", "They stand under Keys and tokens. They are not the API key of the same page. X shows the secret once."),
    ];

    public Uri LoginUrl(LoginRequest request) => new(QueryHelpers.AddQueryString(options.Value.LoginUrl, new Dictionary<string, string?>
    {
        ["response_type"] = "code",
        ["client_id"] = request.App[ClientId],
        ["redirect_uri"] = request.ReturnUrl.AbsoluteUri,
        ["scope"] = string.Join(' ', Scopes.Select(scope => scope.Scope)),
        ["state"] = request.State,
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(request.Verifier))),
        ["code_challenge_method"] = "S256",
    }));

    public async Task<LoginResult> FinishLoginAsync(LoginAnswer answer, CancellationToken ct)
    {
        var stranger = Access(new Dictionary<string, string>(answer.App) { ["code"] = answer.Code, ["verifier"] = answer.Verifier });
        var reply = await api.TokenAsync([("grant_type", "authorization_code"), ("code", answer.Code), ("redirect_uri", answer.ReturnUrl.AbsoluteUri), ("code_verifier", answer.Verifier)], stranger, ct);
        if (reply is not Answer { IsSuccess: true } said)
            return new LoginResult.Failed(WhyNot(reply));
        if (said.Read<XTokens>(XWire.Json) is not { AccessToken.Length: > 0 } tokens)
            return new LoginResult.Failed("X said yes, but gave no token. Log in again.");

        var secrets = SecretsOf(tokens, answer.App);
        var me = await api.MeAsync(Access(secrets), ct);
        if (me is not Answer found)
            return new LoginResult.Failed($"X gave a token, but did not tell whose it is. {((Setback)me).Reason}");
        if (found.Read<XEnvelope<XUser>>(XWire.Json)?.Data is not { Id.Length: > 0, Username.Length: > 0 } user)
            return new LoginResult.Failed("X gave a token, but did not tell whose it is. Log in again.");

        return new LoginResult.LoggedIn([new FoundAccount($"@{user.Username}", user.Id, secrets, LifeOf(tokens))], [.. ChecksOf(tokens)]);
    }

    public static bool CanRenew(IReadOnlyDictionary<string, string> secrets) => secrets.GetValueOrDefault(RefreshToken) is { Length: > 0 } && secrets.GetValueOrDefault(ClientId) is { Length: > 0 };

    public async Task<RenewResult> RenewAsync(AccountAccess account, CancellationToken ct)
    {
        if (!CanRenew(account.Secrets))
            return new RenewResult.Refused("X gave no refresh token. Connect the account again, and let it stay connected.");

        var refresh = account.Secrets[RefreshToken];
        var reply = await api.TokenAsync([("grant_type", "refresh_token"), (RefreshToken, refresh)], account, ct);
        return reply switch
        {
            Answer { IsSuccess: true } said when said.Read<XTokens>(XWire.Json) is { AccessToken.Length: > 0 } tokens
                => Renewed(tokens with { RefreshToken = tokens.RefreshToken ?? refresh }, account),
            Answer { IsSuccess: true } => new RenewResult.TryLater(null, "X said yes, but gave no token."),
            // X says invalid_request of a dead token too, so every 400 and 401 is a refusal.
            Answer { Status: 400 or 401 or 403 } => new RenewResult.Refused("X no longer renews this account's token. Connect the account again."),
            Answer { Status: 429 } limited => new RenewResult.TryLater(XErrors.Explain(limited, time.GetUtcNow()).Until, "X allows no more calls for now."),
            Answer broken => new RenewResult.TryLater(null, $"X answered with an error of its own ({broken.Status})."),
            Setback setback => new RenewResult.TryLater(setback.Until, setback.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private RenewResult.Renewed Renewed(XTokens tokens, AccountAccess account) => new(SecretsOf(tokens, account.Secrets), LifeOf(tokens));

    private static string WhyNot(Reply reply) => reply switch
    {
        Answer { Status: 401 } => "X does not know this client ID and secret together. Copy both again from Keys and tokens: the OAuth 2.0 ones.",
        Answer { Status: 400 } => "X did not take the code: it lives half a minute and works once. Log in again.",
        Answer other => $"X answered with an error of its own ({other.Status}). Log in again later.",
        Setback setback => setback.Reason + " Log in again.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Dictionary<string, string> SecretsOf(XTokens tokens, IReadOnlyDictionary<string, string> app)
    {
        var secrets = new Dictionary<string, string> { [XApi.AccessToken] = tokens.AccessToken! };
        if (tokens.RefreshToken is { Length: > 0 } refresh)
            secrets[RefreshToken] = refresh;
        foreach (var spec in AppSecrets)
            if (app.GetValueOrDefault(spec.Name) is { Length: > 0 } value)
                secrets[spec.Name] = value;
        return secrets;
    }

    private TokenLife LifeOf(XTokens tokens)
    {
        var life = tokens.ExpiresIn is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : UsualLife;
        var ends = time.GetUtcNow() + life;
        return new TokenLife(ends, tokens.RefreshToken is null ? null : ends - (life < 2 * RenewAhead ? life / 2 : RenewAhead));
    }

    private static IEnumerable<ConnectCheck> ChecksOf(XTokens tokens)
    {
        var given = (tokens.Scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (scope, whenMissing, sentence) in Scopes)
            yield return given.Contains(scope)
                ? new ConnectCheck(CheckSeverity.Fine, $"It may {sentence}.")
                : new ConnectCheck(whenMissing, $"It may not {sentence}: the token lacks {scope}. Log in again and allow it; if X does not offer it, set the app to read and write and make it a web app.");
        if (given.Contains(Offline) && tokens.RefreshToken is null)
            yield return new ConnectCheck(CheckSeverity.Lacks, "X gave no refresh token, so the connection ends in two hours. Log in again.");
    }

    private static AccountAccess Access(IReadOnlyDictionary<string, string> secrets) => new(Guid.Empty, "", "", null, secrets);
}
