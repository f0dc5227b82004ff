using System.Text.Json.Nodes;
using Recruit.Sandbox.OAuth;

namespace Recruit.Sandbox.LinkedIn;

/// <summary>
/// LinkedIn's login: tokens of 60 days, and refresh tokens for approved partners only; here those are apps whose name holds the word partner.
/// https://learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow, read 2026-10.
/// </summary>
public static class LinkedInOAuth
{
    public const string RolesResource = "organization roles";

    private const string Write = "w_organization_social";
    private const string Read = "r_organization_social";
    private const string Admin = "rw_organization_admin";

    private static readonly TimeSpan TokenLife = TimeSpan.FromDays(60);
    private static readonly TimeSpan RefreshLife = TimeSpan.FromDays(365);

    private static readonly LoginShape Shape = new(Networks.LinkedIn, "/oauth/v2/authorization", ' ', new Dictionary<string, string>
    {
        [Write] = "Post, comment and delete for your organization",
        [Read] = "Read the posts of your organization",
        [Admin] = "See your organization's statistics and your role in it",
    }, AsksChallenge: false, TimeSpan.FromMinutes(30));

    public static void MapLinkedInOAuth(this IEndpointRouteBuilder routes)
    {
        routes.MapLogin(Shape);
        routes.MapPost("/oauth/v2/accessToken", TokenAsync);
    }

    public static IReadOnlyList<string> Needed(Call call) => call.Kind is not CallKind.Read ? [Write]
        : call.Resource is RolesResource || call.Resource.Contains("statistics", StringComparison.Ordinal) || call.Resource == "network sizes" ? [Admin]
        : call.Resource.StartsWith("posts", StringComparison.Ordinal) ? [Read] : [];

    /// <summary>The organizations that the person runs: the one that was chosen at the login.</summary>
    public static IResult Roles(HttpContext context) => Answers.Of(200, new JsonObject
    {
        ["elements"] = new JsonArray(new JsonObject { ["role"] = "ADMINISTRATOR", ["state"] = "APPROVED", ["organization"] = $"urn:li:organization:{context.Account()}", ["roleAssignee"] = "urn:li:person:practice" }),
        ["paging"] = new JsonObject { ["start"] = 0, ["count"] = 10 },
    });

    public static IResult Organization(string id, HttpContext context, World world)
    {
        if (id != context.Account())
            return LinkedInErrors.NotFound("Organization");
        var account = world.Accounts.FirstUse(Networks.LinkedIn, id);
        return Answers.Of(200, new JsonObject { ["id"] = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), ["localizedName"] = account.Name, ["vanityName"] = account.Handle });
    }

    private static async Task<IResult> TokenAsync(HttpContext context, World world)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (world.Troubles.Take(Networks.LinkedIn, "", CallKind.Renew, after: false) is { } trouble)
            return trouble.Kind is TroubleKind.Unauthorized ? Wrong("invalid_grant", "The provided refresh token is invalid, expired or revoked") : Answers.Of(500, new { error = "server_error" });
        if (world.OAuth.Find(Networks.LinkedIn, form["client_id"]) is not { } app || app.ClientSecret != form["client_secret"])
            return Answers.Of(401, new { error = "invalid_client", error_description = "Client authentication failed" });

        switch (form["grant_type"].ToString())
        {
            case "authorization_code":
                if (world.OAuth.Redeem(form["code"], app, form["redirect_uri"], null) is not { } code)
                    return Wrong("invalid_request", "Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired.");
                return Tokens(world.OAuth.Issue(app, code.Account, code.Scopes, TokenLife, app.Name.Contains("partner", StringComparison.OrdinalIgnoreCase)));
            case "refresh_token":
                return world.OAuth.Extend(app, form["refresh_token"], TokenLife) is { } next ? Tokens(next) : Wrong("invalid_grant", "The provided refresh token is invalid, expired or revoked");
            default:
                return Wrong("invalid_request", "A required parameter \"grant_type\" is missing");
        }
    }

    private static IResult Tokens(Grant grant) => Answers.Of(200, new
    {
        access_token = grant.AccessToken,
        expires_in = (int)TokenLife.TotalSeconds,
        refresh_token = grant.RefreshToken,
        refresh_token_expires_in = grant.RefreshToken is null ? (int?)null : (int)RefreshLife.TotalSeconds,
        scope = string.Join(',', grant.Scopes),
    });

    private static IResult Wrong(string error, string why) => Answers.Of(400, new { error, error_description = why });
}
