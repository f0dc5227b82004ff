using System.Text.Json.Nodes;

namespace Recruit.Sandbox.LinkedIn;

public static class LinkedInChanges
{
    private static readonly string[] Patchable = ["commentary", "contentCallToActionLabel", "contentLandingPage", "lifecycleState", "adContext"];

    /// <summary>Removing what is gone, or was never there, is a success as well.</summary>
    public static IResult Remove(string urn, HttpContext context, World world)
    {
        if (world.Posts.Find(Networks.LinkedIn, urn) is { } post && post.Account != context.Account())
            return LinkedInErrors.Denied("Not enough permissions to delete this post");

        world.Posts.Change(Networks.LinkedIn, urn, live => live with { RemovedAt = world.Now });
        return Results.NoContent();
    }

    public static async Task<IResult> PatchAsync(string urn, HttpContext context, World world)
    {
        if (context.Request.Headers["X-RestLi-Method"] != "PARTIAL_UPDATE")
            return LinkedInErrors.Plain(400, "INVALID_HEADER", "X-RestLi-Method: PARTIAL_UPDATE is required for this call");
        if (((await JsonBody.ReadAsync(context))?["patch"] as JsonObject)?["$set"] is not JsonObject { Count: > 0 } changes)
            return LinkedInErrors.Missing("patch/$set");
        if (changes.Select(change => change.Key).FirstOrDefault(name => !Patchable.Contains(name)) is { } fixedMember)
            return LinkedInErrors.Invalid($"patch/$set/{fixedMember}", "this field cannot be changed");
        if (changes.ContainsKey("commentary") && changes["commentary"].Text() is not { Length: <= 3_000 })
            return LinkedInErrors.Input("FIELD_LENGTH_TOO_LONG", "commentary", "a string of at most 3000 characters is expected");
        if (world.Posts.Find(Networks.LinkedIn, urn) is not { IsLive: true } post)
            return LinkedInErrors.NotFound(urn);
        if (post.Account != context.Account())
            return LinkedInErrors.Denied("Not enough permissions to edit this post");

        world.Posts.Change(Networks.LinkedIn, urn, live => Changed(live, changes) with { EditedAt = world.Now });
        return Results.NoContent();
    }

    private static SandboxPost Changed(SandboxPost post, JsonObject changes)
    {
        var extras = post.Extras?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in changes)
            extras[name] = value?.DeepClone();
        if (changes["commentary"].Text() is not { } sent)
            return post with { Extras = extras };

        var text = LittleText.Parse(sent);
        extras["commentary"] = text.Kept;
        return post with { Extras = extras, Sent = sent, Text = text.Shown };
    }
}
