using System.Text.Json.Nodes;

namespace Recruit.Sandbox;

/// <summary>What the networks would never offer: a look at everything, and troubles to order.</summary>
public static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup("/_sandbox").AddEndpointFilter(RefuseOtherSites);
        control.MapGet("/health", () => Results.Text("ok"));
        control.MapGet("/posts", (World world) => Results.Json(world.Posts.All().Select(Seen), Answers.Whole));
        control.MapDelete("/posts", (World world) =>
        {
            world.Posts.Clear();
            return Results.NoContent();
        });
        control.MapGet("/calls", (World world) => Results.Json(world.Calls.All, Answers.Whole));
        control.MapDelete("/calls", (World world) =>
        {
            world.Calls.Clear();
            return Results.NoContent();
        });
        control.MapGet("/accounts", (World world) => Results.Json(world.Accounts.All, Answers.Whole));
        control.MapPut("/accounts/{network}/{id}", Introduce);
        control.MapGet("/media/{network}/{id}", ShowMedia);
        control.MapTroubles();
        control.MapSwitches();
    }

    private static object Seen(SandboxPost post) => new
    {
        post.Network,
        post.Account,
        post.Id,
        post.Text,
        post.Sent,
        post.Link,
        post.Targeting,
        post.ReceivedAt,
        post.EditedAt,
        post.RemovedAt,
        post.VisibleFrom,
        post.AltText,
        post.Media,
    };

    private static async Task<IResult> Introduce(string network, string id, HttpContext context, World world)
    {
        if (!Networks.All.Contains(network) || !CallContext.IsId(id))
            return Results.Text($"Name a network ({string.Join(", ", Networks.All)}) and the numeric id of an account.", statusCode: 400);
        if (await JsonBody.ReadAsync(context) is not { } body)
            return Results.Text("Send a JSON object with handle and name.", statusCode: 400);

        var known = world.Accounts.Find(network, id) ?? SandboxAccount.Unnamed(network, id);
        return Results.Json(
            world.Accounts.Introduce(known with
            {
                Handle = (body["handle"] as JsonValue)?.ToString() ?? known.Handle,
                Name = (body["name"] as JsonValue)?.ToString() ?? known.Name,
                Followers = body["followers"] is JsonValue count && count.TryGetValue<int>(out var followers) && followers >= 0 ? followers : known.Followers,
                Bio = (body["bio"] as JsonValue)?.ToString() ?? known.Bio,
                Pinned = (body["pinned"] as JsonValue)?.ToString() ?? known.Pinned,
            }),
            Answers.Whole);
    }

    private static IResult ShowMedia(string network, string id, World world) =>
        world.Media.Find(network, id) is { Bytes: { } bytes, ContentType: { } type } ? Results.Bytes(bytes, type) : Results.NotFound();

    /// <summary>A page elsewhere must not order troubles through the visitor's browser.</summary>
    internal static async ValueTask<object?> RefuseOtherSites(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !HttpMethods.IsGet(request.Method) && origin != $"{request.Scheme}://{request.Host}")
            return Results.Text("Only the practice pages themselves may do this.", statusCode: 403);
        return await next(context);
    }
}
