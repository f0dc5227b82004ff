using System.Text.RegularExpressions;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Recruit.Sandbox.OAuth;

namespace Recruit.Tests.Sandbox.OAuth;

/// <summary>What a trainee clicks at a practice network.</summary>
public static partial class LoginSteps
{
    public const string Back = "https://recruit.example/connect/x/answer";
    public const string Verifier = "a-secret-of-this-login-that-is-long-enough-0123456789";

    public static async Task<(string Id, string Secret)> AnnounceAsync(this RunningSandbox sandbox, string network, string redirect = Back, string name = "Hospital jobs")
    {
        var answer = await sandbox.SendAsync(HttpMethod.Post, $"/{network}/developer/apps",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = name, ["redirect"] = redirect }), ("Accept", "application/json"));
        answer.Status.ShouldBe(201, answer.Text);
        return (answer.At("clientId")!, answer.At("clientSecret")!);
    }

    /// <summary>Logs in and answers; the query that comes back to the app.</summary>
    /// <param name="allow">Which of the asked scopes; null for all.</param>
    public static async Task<Dictionary<string, string>> ConsentAsync(this RunningSandbox sandbox, string loginUrl, string account = RunningSandbox.Account, IReadOnlyCollection<string>? allow = null, bool refuse = false)
    {
        var page = await sandbox.GetAsync(loginUrl);
        page.Status.ShouldBe(200, page.Text);
        var asked = Given().Matches(page.Text).Select(match => match.Groups[1].Value).ToList();
        var form = QueryHelpers.ParseQuery(new Uri(sandbox.Http.BaseAddress!, loginUrl).Query).Select(part => KeyValuePair.Create(part.Key, part.Value.ToString()))
            .Concat([new("account", account), new("decision", refuse ? "refuse" : "allow")])
            .Concat(asked.Where(scope => allow?.Contains(scope) ?? true).Select(scope => KeyValuePair.Create("given", scope)));
        var answer = await sandbox.SendAsync(HttpMethod.Post, new Uri(sandbox.Http.BaseAddress!, loginUrl).AbsolutePath, new FormUrlEncodedContent(form));
        answer.Status.ShouldBe(302, answer.Text);
        return QueryHelpers.ParseQuery(new Uri(answer.Header("Location")!).Query).ToDictionary(part => part.Key, part => part.Value.ToString());
    }

    public static string XLogin(string clientId, string scope = "tweet.read tweet.write users.read media.write offline.access") => QueryHelpers.AddQueryString("/i/oauth2/authorize", new Dictionary<string, string?>
    {
        ["response_type"] = "code", ["client_id"] = clientId, ["redirect_uri"] = Back, ["scope"] = scope, ["state"] = "s1",
        ["code_challenge"] = OAuthBook.ChallengeOf(Verifier), ["code_challenge_method"] = "S256",
    });

    public static Task<Answer> XTokenAsync(this RunningSandbox sandbox, (string Id, string Secret) app, params (string Name, string Value)[] form) => sandbox.SendAsync(HttpMethod.Post, "/2/oauth2/token",
        new FormUrlEncodedContent(form.Select(part => KeyValuePair.Create(part.Name, part.Value))), Basic(app));

    public static (string Name, string? Value) Basic((string Id, string Secret) app) => ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{app.Id}:{app.Secret}")));

    public static Task<Answer> XExchangeAsync(this RunningSandbox sandbox, (string Id, string Secret) app, string code, string verifier = Verifier)
        => sandbox.XTokenAsync(app, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Back), ("code_verifier", verifier));

    [GeneratedRegex("name=\"given\" value=\"([^\"]+)\"")]
    private static partial Regex Given();
}
