using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Facebook;

/// <summary>The names that work since the impressions were taken away. https://developers.facebook.com/docs/platforminsights/page/deprecated-metrics, read 2026-10.</summary>
public static class FacebookInsights
{
    private const int FewestFollowers = 100;

    /// <summary>Those that a trainer may let the network take away, most asked for first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["post_media_view", "post_total_media_view_unique", "post_clicks", "post_clicks_by_type", "post_reactions_by_type_total", "post_activity_by_action_type", "post_video_views"];

    public static IResult Read(string id, HttpContext context, World world)
    {
        if (FacebookParams.Of(context)["metric"] is not { } wanted)
            return FacebookErrors.NoMetric();
        if (FacebookChanges.Own(id, context, world) is not { } post)
            return FacebookErrors.NoSuchObject("get", id);

        // One name that is gone fails the whole call.
        var names = wanted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        var metrics = Metrics(FacebookNumbers.Of(post, world));
        if (names.Exists(name => !metrics.ContainsKey(name) || world.FacebookInsights.Has(name)))
            return FacebookErrors.Parameter("The value must be a valid insights metric");

        var isOffered = (FacebookParams.Of(context)["period"] ?? "lifetime") == "lifetime" && world.Accounts.FirstUse(Networks.Facebook, post.Account).Followers >= FewestFollowers;
        return Answers.Of(200, new JsonObject
        {
            ["data"] = new JsonArray([.. names.Where(_ => isOffered).Select(name => Metric(post.Id, name, metrics[name]))]),
            ["paging"] = new JsonObject(),
        });
    }

    private static JsonObject Metric(string id, string name, JsonNode value) => new()
    {
        ["name"] = name,
        ["period"] = "lifetime",
        ["values"] = new JsonArray(new JsonObject { ["value"] = value }),
        ["title"] = $"Lifetime {name["post_".Length..].Replace('_', ' ')}",
        ["description"] = $"Lifetime: {name["post_".Length..].Replace('_', ' ')} of this post",
        ["id"] = $"{id}/insights/{name}/lifetime",
    };

    private static Dictionary<string, JsonNode> Metrics(FacebookNumbers numbers)
    {
        var metrics = new Dictionary<string, JsonNode>
        {
            ["post_media_view"] = numbers.Views,
            ["post_total_media_view_unique"] = numbers.Viewers,
            ["post_clicks"] = numbers.LinkClicks + numbers.OtherClicks,
            ["post_clicks_by_type"] = new JsonObject { ["link clicks"] = numbers.LinkClicks, ["other clicks"] = numbers.OtherClicks },
            ["post_reactions_by_type_total"] = Reactions(numbers),
            ["post_activity_by_action_type"] = new JsonObject { ["like"] = numbers.AllReactions, ["comment"] = numbers.Comments, ["share"] = numbers.Shares },
            ["post_video_views"] = 0,
        };
        foreach (var (kind, count) in numbers.Reactions)
            metrics[$"post_reactions_{kind}_total"] = count;
        return metrics;
    }

    private static JsonObject Reactions(FacebookNumbers numbers)
    {
        var byType = new JsonObject();
        foreach (var (kind, count) in numbers.Reactions.Where(reaction => reaction.Value > 0))
            byType[kind] = count;
        return byType;
    }
}
