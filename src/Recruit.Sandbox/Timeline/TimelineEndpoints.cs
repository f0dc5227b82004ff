using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Recruit.Sandbox.Timeline;

public static class TimelineEndpoints
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void MapTimeline(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_sandbox/timeline.css", () => Embedded("timeline.css", "text/css; charset=utf-8"));
        routes.MapGet("/_sandbox/timeline.js", () => Embedded("timeline.js", "text/javascript; charset=utf-8"));

        var pages = routes.MapGroup("").AddEndpointFilter(SendPolicy);
        pages.MapGet("/", (World world) => new RazorComponentResult<IndexPage>(new { World = world }));
        pages.MapGet("/troubles", (World world) => new RazorComponentResult<TroublesPage>(new { World = world }));
        pages.MapGet("/" + Networks.Route + "/{account}", Feed);

        // Where a post's public address leads on each network, so that a client's live link works in practice too.
        routes.MapGet("/i/web/status/{id}", (string id, World world) => ToPost(world, Networks.X, id));
        routes.MapGet("/{handle}/status/{id}", (string handle, string id, World world) => ToPost(world, Networks.X, id));
        routes.MapGet("/feed/update/{urn}", (string urn, World world) => ToPost(world, Networks.LinkedIn, urn));
        routes.MapGet("/mastodon/{account}/{id}", (string account, string id, World world) => ToPost(world, Networks.Mastodon, id));
        routes.MapGet("/profile/{handle}/post/{id}", (string handle, string id, World world) => ToPost(world, Networks.Bluesky, id));
        routes.MapGet("/facebook/{page}/posts/{id}", (string page, string id, World world) => ToPost(world, Networks.Facebook, $"{page}_{id}"));
    }

    private static IResult Feed(string network, string account, World world)
    {
        if (!CallContext.IsId(account))
            return Results.NotFound();
        var shown = world.Accounts.Find(network, account) ?? SandboxAccount.Unnamed(network, account);
        return new RazorComponentResult<FeedPage>(new { World = world, Account = shown });
    }

    private static IResult ToPost(World world, string network, string id) =>
        world.Posts.Find(network, id) is { } post ? Results.Redirect($"/{network}/{post.Account}#post-{FeedEntry.Digits(post.Id)}") : Results.NotFound();

    private static IResult Embedded(string name, string type) =>
        Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is missing from the program."), type);

    internal static ValueTask<object?> SendPolicy(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.ContentSecurityPolicy = Policy;
        return next(context);
    }
}
