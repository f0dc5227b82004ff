namespace Recruit.Sandbox.Facebook;

public static class FacebookEndpoints
{
    public static void MapFacebook(this IEndpointRouteBuilder routes, World world)
    {
        var lifetime = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        var graph = routes.MapGroup(@"/{version:regex(^v\d+\.\d+$)}").AddEndpointFilter(new NetworkFilter(new FacebookNetwork(world), world, lifetime));
        graph.MapPost("/{page}/feed", FacebookCreate.Feed).WithMetadata(new Call(CallKind.Create, "feed"));
        graph.MapPost("/{page}/photos", FacebookPhotos.CreateAsync).WithMetadata(new Call(CallKind.Create, "photos")).DisableAntiforgery();
        graph.MapPost("/{id}", FacebookChanges.Update).WithMetadata(new Call(CallKind.Edit, "update"));
        graph.MapDelete("/{id}", FacebookChanges.Remove).WithMetadata(new Call(CallKind.Remove, "delete"));
        graph.MapGet("/{page}/published_posts", FacebookLists.Published).WithMetadata(new Call(CallKind.Read, "published_posts"));
        graph.MapGet("/{page}/posts", FacebookLists.Published).WithMetadata(new Call(CallKind.Read, "posts"));
        graph.MapGet("/{page}/feed", FacebookLists.Published).WithMetadata(new Call(CallKind.Read, "feed"));
        graph.MapGet("/{page}/scheduled_posts", FacebookLists.Scheduled).WithMetadata(new Call(CallKind.Read, "scheduled_posts"));
        graph.MapGet("/{id}/insights", FacebookInsights.Read).WithMetadata(new Call(CallKind.Read, "insights"));
        graph.MapGet("/{id}", FacebookReads.One).WithMetadata(new Call(CallKind.Read, "object"));
    }

    /// <summary>A Page token may say "me" for its Page.</summary>
    public static bool IsOwnPage(this HttpContext context, string page) => page == "me" || page == context.Account();
}
