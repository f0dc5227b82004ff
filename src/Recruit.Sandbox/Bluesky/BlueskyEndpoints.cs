using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Bluesky;

/// <summary>The part of a personal data server, and of the app behind it, that a broadcaster uses. https://docs.bsky.app/docs/category/http-reference, read 2026-08.</summary>
public static class BlueskyEndpoints
{
    public static void MapBluesky(this IEndpointRouteBuilder routes, World world)
    {
        routes.MapPost("/xrpc/com.atproto.server.createSession", BlueskySessions.CreateAsync);
        routes.MapPost("/xrpc/com.atproto.server.refreshSession", BlueskySessions.Refresh);

        var lifetime = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        var api = routes.MapGroup("/xrpc").AddEndpointFilter(new NetworkFilter(new BlueskyNetwork(world), world, lifetime));
        api.MapPost("/com.atproto.repo.putRecord", BlueskyRecords.PutAsync).WithMetadata(new Call(CallKind.Create, "putRecord"));
        api.MapPost("/com.atproto.repo.uploadBlob", BlueskyBlobs.TakeAsync).WithMetadata(new Call(CallKind.Upload, "uploadBlob"));
        api.MapPost("/com.atproto.repo.deleteRecord", BlueskyRecords.DeleteAsync).WithMetadata(new Call(CallKind.Remove, "deleteRecord"));
        api.MapGet("/com.atproto.repo.getRecord", BlueskyRecords.One).WithMetadata(new Call(CallKind.Read, "getRecord"));
        api.MapGet("/com.atproto.repo.listRecords", BlueskyRecords.List).WithMetadata(new Call(CallKind.Read, "listRecords"));
        api.MapGet("/app.bsky.feed.getPosts", Posts).WithMetadata(new Call(CallKind.Read, "getPosts"));
        api.MapGet("/app.bsky.actor.getProfile", Profile).WithMetadata(new Call(CallKind.Read, "getProfile"));
    }

    private static IResult Posts(HttpContext context, World world)
    {
        var uris = context.Request.Query["uris"].OfType<string>().ToList();
        if (uris.Count is 0 or > 25)
            return BlueskyErrors.Invalid("Error: Params must have between 1 and 25 uris");
        var posts = uris.Select(uri => world.Posts.Find(Networks.Bluesky, uri[(uri.LastIndexOf('/') + 1)..])).OfType<SandboxPost>().Where(post => post.IsLive);
        return Answers.Of(200, new JsonObject { ["posts"] = new JsonArray([.. posts.Select(post => Seen(post, world))]) });
    }

    private static JsonObject Seen(SandboxPost post, World world)
    {
        var numbers = BlueskyNumbers.Of(post, world);
        var seen = BlueskyRecords.Told(post);
        seen["indexedAt"] = BlueskyRecords.Instant(post.ReceivedAt);
        seen["likeCount"] = numbers.Likes;
        seen["repostCount"] = numbers.Reposts;
        seen["replyCount"] = numbers.Replies;
        seen["quoteCount"] = numbers.Quotes;
        return seen;
    }

    private static IResult Profile(HttpContext context, World world)
    {
        var account = world.Accounts.FirstUse(Networks.Bluesky, context.Account());
        return Answers.Of(200, new { did = BlueskySessions.DidOf(account.Id), handle = account.Handle, displayName = account.Name, followersCount = account.Followers });
    }
}
