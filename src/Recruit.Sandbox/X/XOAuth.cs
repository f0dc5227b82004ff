using System.Text;
using Recruit.Sandbox.OAuth;

namespace Recruit.Sandbox.X;

/// <summary>X's login: PKCE, codes of half a minute, tokens of two hours, refresh tokens that work once. https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code, read 2026-10.</summary>
public static class XOAuth
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(2);

    private static readonly LoginShape Shape = new(Networks.X, "/i/oauth2/authorize", ' ', new Dictionary<string, string>
    {
        ["tweet.read"] = "See posts that you can see",
        ["tweet.write"] = "Post and delete posts for you",
        ["users.read"] = "See your account",
        ["media.write"] = "Upload pictures for you",
        ["offline.access"] = "Stay connected until you take it back",
    }, AsksChallenge: true, TimeSpan.FromSeconds(30));

    public static void MapXOAuth(this IEndpointRouteBuilder routes)
    {
        routes.MapLogin(Shape);
        routes.MapPost("/2/oauth2/token", TokenAsync);
        routes.MapPost("/2/oauth2/revoke", RevokeAsync);
    }

    /// <summary>Which scopes a call needs.</summary>
    public static IReadOnlyList<string> Needed(CallKind call) => call switch
    {
        CallKind.Create or CallKind.Remove or CallKind.Edit => ["tweet.read", "tweet.write", "users.read"],
        CallKind.Upload => ["media.write"],
        _ => ["tweet.read", "users.read"],
    };

    private static async Task<IResult> TokenAsync(HttpContext context, World world)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (world.Troubles.Take(Networks.X, "", CallKind.Renew, after: false) is { } trouble)
            return trouble.Kind is TroubleKind.Unauthorized ? Wrong("invalid_grant", "Value passed for the token was invalid.") : XProblems.Broken();
        if (Client(context, world) is not { } app)
            return Answers.Of(401, new { error = "unauthorized_client", error_description = "Missing valid authorization header" });

        switch (form["grant_type"].ToString())
        {
            case "authorization_code":
                if (world.OAuth.Redeem(form["code"], app, form["redirect_uri"], form["code_verifier"]) is not { } code)
                    return Wrong("invalid_request", "Value passed for the authorization code was invalid.");
                return Tokens(world.OAuth.Issue(app, code.Account, code.Scopes, TokenLife, code.Scopes.Contains("offline.access")));
            case "refresh_token":
                return world.OAuth.Renew(app, form["refresh_token"], TokenLife) is { } next ? Tokens(next) : Wrong("invalid_grant", "Value passed for the token was invalid.");
            default:
                return Wrong("invalid_request", "Missing required parameter [grant_type].");
        }
    }

    private static async Task<IResult> RevokeAsync(HttpContext context, World world)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (Client(context, world) is null)
            return Answers.Of(401, new { error = "unauthorized_client" });
        world.OAuth.Revoke(form["token"]);
        return Answers.Of(200, new { revoked = true });
    }

    /// <summary>Every app here was announced with a secret, and such an app proves itself in the header: naming itself in the form is not enough.</summary>
    private static App? Client(HttpContext context, World world)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;

        var pair = new byte[header.Length];
        if (!Convert.TryFromBase64String(header["Basic ".Length..].Trim(), pair, out var length) || Encoding.UTF8.GetString(pair, 0, length).Split(':') is not [var id, var secret])
            return null;
        return world.OAuth.Find(Networks.X, Uri.UnescapeDataString(id)) is { } app && app.ClientSecret == Uri.UnescapeDataString(secret) ? app : null;
    }

    private static IResult Tokens(Grant grant) => Answers.Of(200, new
    {
        token_type = "bearer",
        expires_in = (int)TokenLife.TotalSeconds,
        access_token = grant.AccessToken,
        scope = string.Join(' ', grant.Scopes),
        refresh_token = grant.RefreshToken,
    });

    private static IResult Wrong(string error, string why) => Answers.Of(400, new { error, error_description = why });
}
