using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Recruit.Sandbox.OAuth;

namespace Recruit.Sandbox.Facebook;

/// <summary>Facebook's login: a person's token, made long, opens the tokens of the Pages. https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived, read 2026-10.</summary>
public static class FacebookOAuth
{
    private const string List = "pages_show_list";
    private const string Post = "pages_manage_posts";
    private const string Read = "pages_read_engagement";
    private const string Insights = "read_insights";

    // Not asked for: it marks the tokens of Pages, which alone may act for them.
    private const string OfPage = "page";

    private static readonly TimeSpan ShortLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongLife = TimeSpan.FromDays(60);

    private static readonly LoginShape Shape = new(Networks.Facebook, @"/{version:regex(^v\d+\.\d+$)}/dialog/oauth", ',', new Dictionary<string, string>
    {
        [List] = "See the list of your Pages",
        [Post] = "Post and delete on your Pages",
        [Read] = "Read the posts of your Pages",
        [Insights] = "See the insights of your Pages",
    }, AsksChallenge: false, TimeSpan.FromMinutes(10));

    public static void MapFacebookOAuth(this IEndpointRouteBuilder routes)
    {
        routes.MapLogin(Shape);
        var graph = routes.MapGroup(@"/{version:regex(^v\d+\.\d+$)}");
        graph.MapGet("/oauth/access_token", Token);
        graph.MapGet("/me/accounts", (HttpContext context, World world) => ForPerson(context, world, grant => Pages(grant, context, world)));
        graph.MapGet("/me/permissions", (HttpContext context, World world) => ForPerson(context, world, Permissions));
    }

    public static IReadOnlyList<string> Needed(Call call) => [OfPage, call.Kind is not CallKind.Read ? Post : call.Resource == "insights" ? Insights : Read];

    public static IResult Lacks(string scope) => scope == OfPage
        ? FacebookErrors.Of(403, 200, "(#200) A Page access token is required to call this.", 2069032)
        : FacebookErrors.Of(403, scope == Read ? 10 : 200, $"(#{(scope == Read ? 10 : 200)}) Requires the permission {scope}.");

    private static IResult Token(HttpContext context, World world)
    {
        var query = context.Request.Query;
        if (world.OAuth.Find(Networks.Facebook, query["client_id"]) is not { } app || app.ClientSecret != query["client_secret"])
            return FacebookErrors.Of(400, 1, "Error validating client secret.");
        if (query["grant_type"] == "fb_exchange_token")
            return world.OAuth.Of(Networks.Facebook, query["fb_exchange_token"]) is { } known && known.ClientId == app.ClientId
                ? Told(world.OAuth.Issue(app, known.Account, known.Scopes, LongLife, refreshable: false, known.Family), LongLife)
                : FacebookErrors.SignedOut(isMissing: false);
        return world.OAuth.Redeem(query["code"], app, query["redirect_uri"], null) is { } code
            ? Told(world.OAuth.Issue(app, code.Account, code.Scopes, ShortLife, refreshable: false), ShortLife)
            : FacebookErrors.Of(400, 100, "This authorization code has been used or has expired.", 36009);
    }

    private static IResult ForPerson(HttpContext context, World world, Func<Grant, IResult> answer)
    {
        var token = context.BearerToken() ?? context.Request.Query["access_token"];
        if (world.OAuth.Of(Networks.Facebook, token) is not { } grant || world.OAuth.Find(Networks.Facebook, grant.ClientId) is not { } app)
            return FacebookErrors.SignedOut(string.IsNullOrEmpty(token));
        var proof = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(app.ClientSecret), Encoding.UTF8.GetBytes(token!)));
        return context.Request.Query["appsecret_proof"] is { Count: > 0 } given && given != proof
            ? FacebookErrors.Of(400, 100, "Invalid appsecret_proof provided in the API argument")
            : answer(grant);
    }

    private static IResult Permissions(Grant grant) => Answers.Of(200, new JsonObject
    {
        ["data"] = new JsonArray([.. Shape.Scopes.Keys.Select(scope => new JsonObject { ["permission"] = scope, ["status"] = grant.Scopes.Contains(scope) ? "granted" : "declined" })]),
    });

    /// <summary>Without the permission to list them there are none. A Page's token has no end when the person's was a long one.</summary>
    private static IResult Pages(Grant grant, HttpContext context, World world)
    {
        var pages = new JsonArray();
        if (grant.Scopes.Contains(List))
        {
            var account = world.Accounts.FirstUse(Networks.Facebook, grant.Account);
            var isLong = grant.AccessEndsAt - world.Now > ShortLife;
            var page = world.OAuth.Issue(world.OAuth.Find(Networks.Facebook, grant.ClientId)!, account.Id, [.. grant.Scopes, OfPage], isLong ? null : ShortLife, refreshable: false, grant.Family);
            pages.Add(new JsonObject
            {
                ["id"] = account.Id,
                ["name"] = account.Name,
                ["access_token"] = page.AccessToken,
                ["tasks"] = new JsonArray("ANALYZE", "CREATE_CONTENT", "MANAGE", "MODERATE"),
            });
        }

        context.Response.Headers.CacheControl = "no-store";
        return Answers.Of(200, new JsonObject { ["data"] = pages, ["paging"] = new JsonObject() });
    }

    private static IResult Told(Grant grant, TimeSpan life) => Answers.Of(200, new { access_token = grant.AccessToken, token_type = "bearer", expires_in = (int)life.TotalSeconds });
}
