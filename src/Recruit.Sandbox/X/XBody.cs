using System.Text.Json.Nodes;

namespace Recruit.Sandbox.X;

/// <summary>The body of a create call is closed: a member that X does not know refuses the whole.</summary>
public static class XBody
{
    private static readonly HashSet<string> Members = new()
    {
        "text", "media", "reply", "quote_tweet_id", "poll", "reply_settings", "geo", "community_id", "share_with_followers", "card_uri",
        "direct_message_deep_link", "nullcast", "made_with_ai", "paid_partnership", "for_super_followers_only", "edit_options",
    };

    private static readonly Dictionary<string, string[]> Inner = new()
    {
        ["media"] = ["media_ids", "tagged_user_ids"],
        ["reply"] = ["in_reply_to_tweet_id", "exclude_reply_user_ids", "auto_populate_reply_metadata"],
        ["poll"] = ["options", "duration_minutes", "reply_settings"],
        ["geo"] = ["place_id"],
        ["edit_options"] = ["previous_post_id"],
    };

    private static readonly string[] ReplySettings = ["following", "mentionedUsers", "subscribers", "verified"];
    private static readonly string[] Exclusive = ["media", "poll", "quote_tweet_id", "card_uri"];

    public static IResult? FirstMistake(JsonObject body)
    {
        foreach (var (name, value) in body)
        {
            if (!Members.Contains(name))
                return Unknown(name);
            if (!Inner.TryGetValue(name, out var allowed)) continue;
            if (value is not JsonObject inner)
                return XProblems.InvalidRequest(name, value?.ToJsonString(), $"$.{name}: an object is expected.");
            if (inner.Select(member => member.Key).FirstOrDefault(member => !allowed.Contains(member)) is { } stranger)
                return Unknown($"{name}.{stranger}");
        }

        if (body.ContainsKey("text") && body["text"].Text() is null)
            return XProblems.InvalidRequest("text", body["text"]?.ToJsonString(), "$.text: a string is expected.");
        if (body["reply_settings"] is { } settings && !ReplySettings.Contains(settings.Text()))
            return XProblems.InvalidRequest("reply_settings", settings.ToString(), $"$.reply_settings: one of {string.Join(", ", ReplySettings)} is expected.");
        if (Exclusive.Count(body.ContainsKey) > 1)
            return XProblems.InvalidRequest("body", null, $"Only one of {string.Join(", ", Exclusive)} may be given.");
        return MediaMistake(body) ?? PollMistake(body["poll"]);
    }

    public static IReadOnlyList<string> MediaIds(JsonObject body) =>
        body["media"]?["media_ids"] is JsonArray ids ? [.. ids.Select(id => id.Text() ?? "")] : [];

    private static IResult? MediaMistake(JsonObject body)
    {
        if (body["media"] is not JsonObject media)
            return null;
        if (media["media_ids"] is not JsonArray { Count: >= 1 and <= 4 } ids || ids.Any(id => !CallContext.IsId(id.Text() ?? "")))
            return XProblems.InvalidRequest("media.media_ids", media["media_ids"]?.ToJsonString(), "$.media.media_ids: one to four ids of digits are expected.");
        return media["tagged_user_ids"] is JsonArray { Count: > 10 }
            ? XProblems.InvalidRequest("media.tagged_user_ids", null, "$.media.tagged_user_ids: at most ten are allowed.")
            : null;
    }

    private static IResult? PollMistake(JsonNode? poll)
    {
        if (poll is null)
            return null;
        if (poll["options"] is not JsonArray { Count: >= 2 and <= 4 } options || options.Any(option => option.Text() is not { Length: >= 1 and <= 25 }))
            return XProblems.InvalidRequest("poll.options", poll["options"]?.ToJsonString(), "$.poll.options: two to four options of 1 to 25 characters are expected.");
        return poll["duration_minutes"] is JsonValue value && value.TryGetValue<int>(out var minutes) && minutes is >= 5 and <= 10_080
            ? null
            : XProblems.InvalidRequest("poll.duration_minutes", poll["duration_minutes"]?.ToJsonString(), "$.poll.duration_minutes: 5 to 10080 is expected.");
    }

    private static IResult Unknown(string name) =>
        XProblems.InvalidRequest(name, null, $"$.{name}: is not defined in the schema and the schema does not allow additional properties");
}
