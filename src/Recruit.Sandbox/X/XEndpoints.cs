namespace Recruit.Sandbox.X;

/// <summary>The part of X's API v2 that a broadcaster uses; limits are those of the user. https://docs.x.com/x-api/fundamentals/rate-limits, read 2026-10.</summary>
public static class XEndpoints
{
    public static void MapX(this IEndpointRouteBuilder routes, World world)
    {
        var lifetime = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        var x = routes.MapGroup("/2").AddEndpointFilter(new NetworkFilter(new XNetwork(world), world, lifetime));
        x.MapPost("/tweets", XCreate.CreateAsync).WithMetadata(new Call(CallKind.Create, "POST tweets", world.Options.XPosts));
        x.MapDelete("/tweets/{id}", Remove).WithMetadata(new Call(CallKind.Remove, "DELETE tweets", 50));
        x.MapGet("/tweets", XReads.ByIds).WithMetadata(new Call(CallKind.Read, "GET tweets", 5_000));
        x.MapGet("/tweets/{id}", XReads.One).WithMetadata(new Call(CallKind.Read, "GET tweets/:id", 900));
        x.MapGet("/users/me", XReads.Me).WithMetadata(new Call(CallKind.Read, "GET users/me", 75));
        x.MapGet("/users/{id}/tweets", XTimeline.Read).WithMetadata(new Call(CallKind.Read, "GET users/:id/tweets", 900));
        x.MapPost("/media/upload", XMedia.UploadAsync).WithMetadata(new Call(CallKind.Upload, "POST media/upload", 500)).DisableAntiforgery();
        x.MapPost("/media/metadata", XMedia.DescribeAsync).WithMetadata(new Call(CallKind.Upload, "POST media/metadata", 500));
    }

    /// <summary>What X answers for a post that is gone already is documented nowhere; a 404 says it most plainly.</summary>
    private static IResult Remove(string id, HttpContext context, World world)
    {
        if (world.Posts.Find(Networks.X, id) is not { IsLive: true } post)
            return XProblems.NotFound(id, "id");
        if (post.Account != context.Account())
            return XProblems.Forbidden("You are not authorized to delete this Tweet.");

        world.Posts.Change(Networks.X, id, live => live with { RemovedAt = world.Now });
        return Answers.Of(200, new { data = new { deleted = true } });
    }
}
