using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Recruit.Sandbox.OAuth;

/// <summary>How one network's login differs from the others'.</summary>
/// <param name="Path">Where the browser is sent.</param>
/// <param name="Separator">Between scopes.</param>
/// <param name="AsksChallenge">Whether a code must be bound to a secret of the app (PKCE).</param>
public sealed record LoginShape(string Network, string Path, char Separator, IReadOnlyDictionary<string, string> Scopes, bool AsksChallenge, TimeSpan CodeLife);

/// <summary>The pages on which a trainee "logs in" to a network and says what an app may do.</summary>
public static class ConsentEndpoints
{
    public static void MapLogin(this IEndpointRouteBuilder routes, LoginShape shape)
    {
        routes.MapGet(shape.Path, (HttpContext context, World world) => Ask(context, world, shape));
        routes.MapPost(shape.Path, (HttpContext context, World world) => AnswerAsync(context, world, shape));
    }

    private static IResult Ask(HttpContext context, World world, LoginShape shape)
    {
        var query = context.Request.Query.ToDictionary(part => part.Key, part => part.Value.ToString());
        if (Problem(query, world, shape) is { } problem)
            return new RazorComponentResult<OAuthTrouble>(new { shape.Network, Why = problem }) { StatusCode = 400 };

        var app = world.OAuth.Find(shape.Network, query["client_id"])!;
        // The form leads back to the app: the browser must be allowed to follow.
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self' {new Uri(app.RedirectUri).GetLeftPart(UriPartial.Authority)}; base-uri 'none'; frame-ancestors 'none'";
        return new RazorComponentResult<ConsentPage>(new { World = world, Shape = shape, Action = context.Request.Path.Value, App = app, Query = query, Asked = Asked(query, shape) });
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, World world, LoginShape shape)
    {
        var form = (await context.Request.ReadFormAsync(context.RequestAborted)).ToDictionary(part => part.Key, part => part.Value);
        var query = form.ToDictionary(part => part.Key, part => part.Value.ToString());
        if (Problem(query, world, shape) is { } problem)
            return new RazorComponentResult<OAuthTrouble>(new { shape.Network, Why = problem }) { StatusCode = 400 };

        var app = world.OAuth.Find(shape.Network, query["client_id"])!;
        var back = new Dictionary<string, string?> { ["state"] = query.GetValueOrDefault("state") };
        if (query.GetValueOrDefault("decision") != "allow" || AccountOf(query, world, shape.Network) is not { } account)
        {
            back["error"] = "access_denied";
            back["error_description"] = "The user did not allow it.";
            return Results.Redirect(QueryHelpers.AddQueryString(app.RedirectUri, back));
        }

        var given = form.TryGetValue("given", out var scopes) ? scopes.OfType<string>().Intersect(Asked(query, shape)).ToList() : [];
        back["code"] = world.OAuth.Allow(app, account, given, query.GetValueOrDefault("code_challenge"), shape.CodeLife);
        return Results.Redirect(QueryHelpers.AddQueryString(app.RedirectUri, back));
    }

    private static string? Problem(Dictionary<string, string> query, World world, LoginShape shape)
    {
        if (world.OAuth.Find(shape.Network, query.GetValueOrDefault("client_id")) is not { } app)
            return "No app has this client_id. Make one on the developer page.";
        if (query.GetValueOrDefault("redirect_uri") != app.RedirectUri)
            return $"The redirect_uri is not the one that the app announced ({app.RedirectUri}). They must be equal, letter by letter.";
        if (query.GetValueOrDefault("response_type") != "code")
            return "The response_type must be code.";
        if (string.IsNullOrEmpty(query.GetValueOrDefault("state")) || query["state"].Length > 500)
            return "A state of at most 500 characters is needed.";
        if (shape.AsksChallenge && (string.IsNullOrEmpty(query.GetValueOrDefault("code_challenge")) || query.GetValueOrDefault("code_challenge_method") != "S256"))
            return "A code_challenge with the method S256 is needed.";
        if (query.GetValueOrDefault("scope", "").Split(shape.Separator, ' ').FirstOrDefault(scope => scope.Length > 0 && !shape.Scopes.ContainsKey(scope)) is { } unknown)
            return $"There is no scope {unknown}.";
        return null;
    }

    private static List<string> Asked(Dictionary<string, string> query, LoginShape shape) => [.. query.GetValueOrDefault("scope", "").Split(shape.Separator, ' ').Where(shape.Scopes.ContainsKey).Distinct()];

    private static string? AccountOf(Dictionary<string, string> form, World world, string network)
    {
        var id = form.GetValueOrDefault("account") is { Length: > 0 } chosen ? chosen : form.GetValueOrDefault("other")?.Trim();
        if (!CallContext.IsId(id ?? ""))
            return null;
        world.Accounts.FirstUse(network, id!);
        return id;
    }
}
