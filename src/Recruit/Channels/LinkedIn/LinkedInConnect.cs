using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Recruit.Channels.LinkedIn;

/// <summary>
/// Login at LinkedIn: tokens of 60 days; a refresh token only for approved partners, and it stays the same for a year:
/// https://learn.microsoft.com/linkedin/shared/authentication/programmatic-refresh-tokens (read 2026-08-22).
/// </summary>
public sealed class LinkedInConnect(LinkedInApi api, IOptions<LinkedInOptions> options, TimeProvider time)
{
    public const string RefreshToken = "refresh_token";
    public const string ClientId = "client_id";
    public const string ClientSecret = "client_secret";

    private const string Admin = "rw_organization_admin";
    private const int MostOrganizations = 25;
    private static readonly TimeSpan UsualLife = TimeSpan.FromDays(60);
    private static readonly TimeSpan RenewAhead = TimeSpan.FromDays(7);

    private static readonly (string Scope, CheckSeverity WhenMissing, string Sentence)[] Scopes =
    [
        ("w_organization_social", CheckSeverity.Blocks, "post for the organization"),
        ("r_organization_social", CheckSeverity.Blocks, "read its posts back"),
        (Admin, CheckSeverity.Lacks, "see its roles, its followers and its numbers"),
    ];

    public static IReadOnlyList<SecretSpec> AppSecrets { get; } = [new(ClientId, "Client ID", Required: true) { IsShown = true }, new(ClientSecret, "Primary client secret", Required: true)];

    public IReadOnlyList<ConnectStep> Steps =>
    [
        new("Make an app in LinkedIn's developer portal", "Choose the hospital's page as the app's page, and let one of its administrators confirm it. The app must be new: it may hold no other product.", options.Value.DeveloperUrl()),
        new("Ask for the Community Management API", "LinkedIn reviews the request, first for a development tier of 500 calls a day. Until it is granted, posting for the page is refused."),
        new("See to your role", "Whoever logs in must be administrator of the page: a content administrator may post, but sees no numbers."),
        new("Paste our redirect address", "It stands under Auth, Authorized redirect URLs, letter by letter."),
        new("Copy the client ID and the primary client secret", "They stand on the same page of the portal."),
    ];

    public Uri LoginUrl(LoginRequest request) => new(QueryHelpers.AddQueryString(options.Value.LoginUrl, new Dictionary<string, string?>
    {
        ["response_type"] = "code",
        ["client_id"] = request.App[ClientId],
        ["redirect_uri"] = request.ReturnUrl.AbsoluteUri,
        ["scope"] = string.Join(' ', Scopes.Select(scope => scope.Scope)),
        ["state"] = request.State,
    }));

    public async Task<LoginResult> FinishLoginAsync(LoginAnswer answer, CancellationToken ct)
    {
        var stranger = Access(new Dictionary<string, string>(answer.App) { ["code"] = answer.Code });
        var reply = await api.TokenAsync([("grant_type", "authorization_code"), ("code", answer.Code), ("redirect_uri", answer.ReturnUrl.AbsoluteUri)], stranger, ct);
        if (reply is not Answer { IsSuccess: true } said)
            return new LoginResult.Failed(WhyNot(reply));
        if (said.Read<LinkedInTokens>(LinkedInWire.Json) is not { AccessToken.Length: > 0 } tokens)
            return new LoginResult.Failed("LinkedIn said yes, but gave no token. Log in again.");

        var secrets = SecretsOf(tokens, answer.App);
        var access = Access(secrets);
        var roles = await api.RolesAsync(access, ct);
        if (roles is not Answer list)
            return new LoginResult.Failed(!Given(tokens).Contains(Admin)
                ? $"LinkedIn does not tell which pages you run: the token lacks {Admin}. Ask for the Community Management API in the developer portal, then log in again and allow it."
                : $"LinkedIn gave a token, but does not tell which pages you run. {((Setback)roles).Reason}");
        if (list.Read<LinkedInRoles>(LinkedInWire.Json)?.Elements is not { } elements)
            return new LoginResult.Failed("LinkedIn's list of the pages that you run could not be read. Log in again later.");

        var found = new List<FoundAccount>();
        foreach (var id in elements.Select(role => role?.Organization).OfType<string>().Select(urn => urn[(urn.LastIndexOf(':') + 1)..]).Distinct().Take(MostOrganizations))
            found.Add(new FoundAccount(await NameOfAsync(id, access, ct), id, secrets, LifeOf(tokens)));
        return new LoginResult.LoggedIn(found, [.. ChecksOf(tokens)]);
    }

    public static bool CanRenew(IReadOnlyDictionary<string, string> secrets)
        => new[] { RefreshToken, ClientId, ClientSecret }.All(name => secrets.GetValueOrDefault(name) is { Length: > 0 });

    public async Task<RenewResult> RenewAsync(AccountAccess account, CancellationToken ct)
    {
        if (!CanRenew(account.Secrets))
            return new RenewResult.Refused("LinkedIn gave no refresh token. Connect the account again.");

        var refresh = account.Secrets[RefreshToken];
        var reply = await api.TokenAsync([("grant_type", "refresh_token"), (RefreshToken, refresh)], account, ct);
        return reply switch
        {
            Answer { IsSuccess: true } said when said.Read<LinkedInTokens>(LinkedInWire.Json) is { AccessToken.Length: > 0 } tokens
                => Renewed(tokens with { RefreshToken = tokens.RefreshToken ?? refresh }, account),
            Answer { Status: 400 or 401 or 403 } => new RenewResult.Refused("LinkedIn no longer renews this account's token: its refresh token lasts a year. Connect the account again."),
            Answer broken => new RenewResult.TryLater(null, $"LinkedIn answered with an error of its own ({broken.Status})."),
            Setback setback => new RenewResult.TryLater(setback.Until, setback.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private RenewResult.Renewed Renewed(LinkedInTokens tokens, AccountAccess account) => new(SecretsOf(tokens, account.Secrets), LifeOf(tokens));

    // The name is a courtesy: without it the number stands there.
    private async Task<string> NameOfAsync(string id, AccountAccess access, CancellationToken ct)
        => await api.OrganizationAsync(id, access, ct) is Answer answer && answer.Read<LinkedInOrganization>(LinkedInWire.Json)?.LocalizedName is { Length: > 0 } name ? name : $"Organization {id}";

    private static string WhyNot(Reply reply) => reply switch
    {
        Answer { Status: 401 } => "LinkedIn does not know this client ID and secret together. Copy both again from the developer portal.",
        Answer { Status: 400 } => "LinkedIn did not take the code: it works once, and the redirect address must be the same in the portal. Log in again.",
        Answer other => $"LinkedIn answered with an error of its own ({other.Status}). Log in again later.",
        Setback setback => setback.Reason + " Log in again.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The app's secret is kept only where it renews something.</summary>
    private static Dictionary<string, string> SecretsOf(LinkedInTokens tokens, IReadOnlyDictionary<string, string> app)
    {
        var secrets = new Dictionary<string, string> { [LinkedInApi.AccessToken] = tokens.AccessToken! };
        if (tokens.RefreshToken is { Length: > 0 } refresh)
            (secrets[RefreshToken], secrets[ClientId], secrets[ClientSecret]) = (refresh, app[ClientId], app[ClientSecret]);
        return secrets;
    }

    private TokenLife LifeOf(LinkedInTokens tokens)
    {
        var life = tokens.ExpiresIn is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : UsualLife;
        var ends = time.GetUtcNow() + life;
        return new TokenLife(ends, tokens.RefreshToken is null ? null : ends - (life < 2 * RenewAhead ? life / 2 : RenewAhead));
    }

    private static IEnumerable<ConnectCheck> ChecksOf(LinkedInTokens tokens)
    {
        var given = Given(tokens);
        foreach (var (scope, whenMissing, sentence) in Scopes)
            yield return given.Contains(scope)
                ? new ConnectCheck(CheckSeverity.Fine, $"It may {sentence}.")
                : new ConnectCheck(whenMissing, $"It may not {sentence}: the token lacks {scope}. Ask for the Community Management API in the developer portal, then log in again and allow it.");
        yield return tokens.RefreshToken is null
            ? new ConnectCheck(CheckSeverity.Lacks, "LinkedIn renews tokens for approved partners only, so a person logs in again every 60 days. Recruit warns a month ahead.")
            : new ConnectCheck(CheckSeverity.Fine, "It renews itself for a year.");
    }

    // LinkedIn has answered with commas and with blanks.
    private static string[] Given(LinkedInTokens tokens) => (tokens.Scope ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static AccountAccess Access(IReadOnlyDictionary<string, string> secrets) => new(Guid.Empty, "", "", null, secrets);
}
