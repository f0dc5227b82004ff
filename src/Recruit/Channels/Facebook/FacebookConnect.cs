using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Recruit.Channels.Facebook;

/// <summary>
/// Login at Facebook: a person's token, made long, opens tokens of Pages that have no end:
/// https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived (read 2026-08-22).
/// </summary>
public sealed class FacebookConnect(FacebookApi api, IOptions<FacebookOptions> options)
{
    public const string AppId = "app_id";

    private static readonly string[] PostingTasks = ["CREATE_CONTENT", "MANAGE", "MODERATE"];

    private static readonly (string Permission, CheckSeverity WhenMissing, string Sentence)[] Permissions =
    [
        ("pages_show_list", CheckSeverity.Blocks, "see the Pages"),
        ("pages_manage_posts", CheckSeverity.Blocks, "post for them"),
        ("pages_read_engagement", CheckSeverity.Blocks, "read their posts back"),
        ("read_insights", CheckSeverity.Lacks, "read their insights"),
    ];

    public static IReadOnlyList<SecretSpec> AppSecrets { get; } = [new(AppId, "App ID", Required: true) { IsShown = true }, new(FacebookApi.AppSecret, "App secret", Required: true)];

    public IReadOnlyList<ConnectStep> Steps =>
    [
        new("Make an app of the type Business in Meta's developer portal", "Connect it with the hospital's business portfolio, which owns the Page.", options.Value.DeveloperUrl()),
        new("Add Facebook Login for Business, and paste our redirect address", "It stands under Valid OAuth redirect URIs, letter by letter."),
        new("Let everybody who logs in have a role in the app, or have it reviewed", "Without a review, an app in development mode works for people with a role in it only, and what it posts is seen by them alone. Switch it to live before the first real post."),
        new("See to your tasks on the Page", "Whoever logs in needs full control, or the task Content."),
        new("Copy the app ID and the app secret", "They stand under App settings, Basic."),
    ];

    public Uri LoginUrl(LoginRequest request) => new(QueryHelpers.AddQueryString(options.Value.LoginUrl.Replace("{version}", options.Value.Version, StringComparison.Ordinal), new Dictionary<string, string?>
    {
        ["response_type"] = "code",
        ["client_id"] = request.App[AppId],
        ["redirect_uri"] = request.ReturnUrl.AbsoluteUri,
        ["scope"] = string.Join(',', Permissions.Select(permission => permission.Permission)),
        ["state"] = request.State,
    }));

    public async Task<LoginResult> FinishLoginAsync(LoginAnswer answer, CancellationToken ct)
    {
        var (app, secret) = (answer.App[AppId], answer.App[FacebookApi.AppSecret]);
        var shortLived = await api.ExchangeAsync([("client_id", app), ("client_secret", secret), ("redirect_uri", answer.ReturnUrl.AbsoluteUri), ("code", answer.Code)], Access(null, secret), ct);
        if (TokenIn(shortLived) is not { } first)
            return new LoginResult.Failed(WhyNot(shortLived));
        var longLived = await api.ExchangeAsync([("grant_type", "fb_exchange_token"), ("client_id", app), ("client_secret", secret), ("fb_exchange_token", first)], Access(first, secret), ct);
        if (TokenIn(longLived) is not { } person)
            return new LoginResult.Failed(WhyNot(longLived));

        var access = Access(person, secret);
        var checks = await ChecksAsync(access, ct);
        var reply = await api.PagesAsync(access, ct);
        if (reply is not Answer said)
            return new LoginResult.Failed($"Facebook does not tell which Pages you run. {((Setback)reply).Reason}");
        if (said.Read<FacebookList<FacebookOwnPage>>(FacebookWire.Json)?.Data is not { } pages)
            return new LoginResult.Failed("Facebook's list of your Pages could not be read. Log in again later.");

        var known = pages.OfType<FacebookOwnPage>().Where(page => page is { Id.Length: > 0, AccessToken.Length: > 0 }).ToList();
        var mine = known.Where(page => page.Tasks is null || page.Tasks.Any(PostingTasks.Contains)).ToList();
        checks.AddRange(known.Except(mine).Select(page => new ConnectCheck(CheckSeverity.Lacks, $"You may not post for {page.Name}: ask its owner for full control or the task Content.")));
        if (mine.Count == 0 && checks.Exists(check => check.Severity == CheckSeverity.Blocks))
            return new LoginResult.Failed(checks.First(check => check.Severity == CheckSeverity.Blocks).Text);

        return new LoginResult.LoggedIn([.. mine.Select(page => new FoundAccount(page.Name ?? page.Id!, page.Id!,
            new Dictionary<string, string> { [FacebookApi.AccessToken] = page.AccessToken!, [FacebookApi.AppSecret] = secret }, TokenLife.Unknown))], checks);
    }

    private async Task<List<ConnectCheck>> ChecksAsync(AccountAccess access, CancellationToken ct)
    {
        if (await api.PermissionsAsync(access, ct) is not Answer answer || answer.Read<FacebookList<FacebookPermission>>(FacebookWire.Json)?.Data is not { } told)
            return [new ConnectCheck(CheckSeverity.Lacks, "Facebook did not tell what was allowed. If posting is refused, log in again and allow everything.")];

        var given = told.OfType<FacebookPermission>().Where(permission => permission.Status == "granted").Select(permission => permission.Permission).ToHashSet();
        var checks = Permissions.Select(permission => given.Contains(permission.Permission)
            ? new ConnectCheck(CheckSeverity.Fine, $"It may {permission.Sentence}.")
            : new ConnectCheck(permission.WhenMissing, $"It may not {permission.Sentence}: the token lacks {permission.Permission}. Log in again and allow it; if Facebook does not offer it, the app needs a review for it.")).ToList();
        checks.Add(new ConnectCheck(CheckSeverity.Fine, "The Page's token has no end. A changed password, a lost role or a removed app ends it all the same."));
        return checks;
    }

    private static string? TokenIn(Reply reply) => reply is Answer { IsSuccess: true } answer && answer.Read<FacebookToken>(FacebookWire.Json)?.AccessToken is { Length: > 0 } token ? token : null;

    private static string WhyNot(Reply reply) => reply switch
    {
        Answer { IsSuccess: true } => "Facebook said yes, but gave no token. Log in again.",
        Answer answer when answer.Body.Contains("client secret", StringComparison.OrdinalIgnoreCase) => "Facebook does not know this app ID and secret together. Copy both again from App settings, Basic.",
        Answer { Status: < 500 } => "Facebook did not take the code: it works once, and the redirect address must be the same in the app. Log in again.",
        Answer other => $"Facebook answered with an error of its own ({other.Status}). Log in again later.",
        Setback setback => setback.Reason + " Log in again.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static AccountAccess Access(string? token, string secret)
    {
        var secrets = new Dictionary<string, string> { [FacebookApi.AppSecret] = secret };
        if (token is not null)
            secrets[FacebookApi.AccessToken] = token;
        return new AccountAccess(Guid.Empty, "", "", null, secrets);
    }
}
