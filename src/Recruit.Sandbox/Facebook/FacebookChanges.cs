using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Facebook;

public static class FacebookChanges
{
    public static IResult Update(string id, HttpContext context, World world)
    {
        if (Own(id, context, world) is not { } post)
            return FacebookErrors.NoSuchObject("post", id);
        var parameters = FacebookParams.Of(context);
        if (FacebookCreate.FirstMistake(parameters) is { } mistake)
            return mistake;
        if (parameters.Flag("is_published", false) is not { } publish || parameters.Flag("is_hidden", false) is not { } hide)
            return FacebookErrors.Parameter("is_published and is_hidden must be booleans");

        // Publishing what is published changes nothing, so a second step that got no answer may be repeated.
        var visibleFrom = publish && !post.IsVisible(world.Now) ? world.Now : post.VisibleFrom;
        if (parameters["scheduled_publish_time"] is { } wanted)
        {
            if (FacebookTime.Read(wanted) is not { } at || at <= world.Now)
                return FacebookErrors.Parameter("The specified scheduled publish time is invalid.");
            visibleFrom = at;
        }

        world.Posts.Change(Networks.Facebook, id, live => Changed(live, parameters, hide) with { VisibleFrom = visibleFrom });
        return Success();

        SandboxPost Changed(SandboxPost live, FacebookParams wish, bool hidden)
        {
            var extras = live.Extras?.DeepClone().AsObject() ?? [];
            if (wish["is_hidden"] is not null)
                extras["is_hidden"] = hidden;
            return wish["message"] is { } message ? live with { Text = message, Sent = message, EditedAt = world.Now, Extras = extras } : live with { Extras = extras };
        }
    }

    public static IResult Remove(string id, HttpContext context, World world)
    {
        if (Own(id, context, world) is null)
            return FacebookErrors.NoSuchObject("delete", id);
        world.Posts.Change(Networks.Facebook, id, live => live with { RemovedAt = world.Now });
        return Success();
    }

    public static SandboxPost? Own(string id, HttpContext context, World world) =>
        world.Posts.Find(Networks.Facebook, id) is { IsLive: true } post && post.Account == context.Account() ? post : null;

    private static IResult Success() => Answers.Of(200, new JsonObject { ["success"] = true });
}
