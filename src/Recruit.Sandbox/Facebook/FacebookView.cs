using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Facebook;

/// <summary>A post as Graph shows it: only the asked-for fields, and of those only what the post has.</summary>
public static class FacebookView
{
    private static readonly string[] Known =
    [
        "id", "message", "created_time", "updated_time", "permalink_url", "is_published", "is_hidden", "scheduled_publish_time", "attachments", "shares",
        "reactions", "likes", "comments", "from", "status_type", "targeting", "feed_targeting", "privacy", "story", "full_picture", "properties",
    ];

    private static readonly GraphField[] Defaults = [new("created_time", "", []), new("message", "", []), new("id", "", [])];

    public static string? FirstUnknown(IReadOnlyList<GraphField> fields) => fields.FirstOrDefault(field => !Known.Contains(field.Name))?.Name;

    public static Uri Permalink(SandboxPost post, Uri address) => new(address, $"facebook/{post.Account}/posts/{post.Id[(post.Id.IndexOf('_', StringComparison.Ordinal) + 1)..]}");

    public static JsonObject Of(SandboxPost post, IReadOnlyList<GraphField> fields, World world, Uri address)
    {
        var view = new JsonObject();
        foreach (var field in fields.Count == 0 ? Defaults : fields)
        {
            if (Value(post, field, world, address) is { } value)
                view[field.Name] = value;
        }

        view.TryAdd("id", post.Id);
        return view;
    }

    private static JsonNode? Value(SandboxPost post, GraphField field, World world, Uri address)
    {
        var numbers = FacebookNumbers.Of(post, world);
        return field.Name switch
        {
            "id" => post.Id,
            "message" => post.Text.Length > 0 ? post.Text : null,
            "created_time" => FacebookTime.Write(post.IsVisible(world.Now) ? post.VisibleFrom!.Value : post.ReceivedAt),
            "updated_time" => FacebookTime.Write(post.EditedAt ?? post.ReceivedAt),
            "permalink_url" => Permalink(post, address).AbsoluteUri,
            "is_published" => post.IsVisible(world.Now),
            "is_hidden" => post.Extras?["is_hidden"]?.GetValue<bool>() ?? false,
            "scheduled_publish_time" => post.VisibleFrom > world.Now ? post.VisibleFrom.Value.ToUnixTimeSeconds() : null,
            "attachments" => Attachments(post, field),
            // Graph leaves shares out while there are none.
            "shares" => numbers.Shares > 0 ? new JsonObject { ["count"] = numbers.Shares } : null,
            "reactions" => Edge(field, numbers.AllReactions),
            "likes" => Edge(field, numbers.Reactions["like"]),
            "comments" => Edge(field, numbers.Comments),
            "from" => new JsonObject { ["name"] = world.Accounts.FirstUse(post.Network, post.Account).Name, ["id"] = post.Account },
            "status_type" => post.Media.Count > 0 ? "added_photos" : "mobile_status_update",
            "targeting" or "feed_targeting" => post.Targeting is { } targeting && targeting.TryGetProperty(field.Name, out var wish) ? JsonNode.Parse(wish.GetRawText()) : null,
            _ => null,
        };
    }

    private static JsonObject Edge(GraphField field, long total)
    {
        var edge = new JsonObject { ["data"] = new JsonArray() };
        if (field.HasSummary)
            edge["summary"] = new JsonObject { ["total_count"] = total };
        return edge;
    }

    private static JsonObject? Attachments(SandboxPost post, GraphField field)
    {
        var isPhoto = post.Media.Count > 0;
        if (post.Extras?["link"].Text() is not { } link && !isPhoto)
            return null;

        link = post.Extras?["link"].Text() ?? $"https://www.facebook.com/photo/?fbid={post.Media[0]}";
        var all = new JsonObject
        {
            ["type"] = isPhoto ? "photo" : "share",
            ["media_type"] = isPhoto ? "photo" : "link",
            ["title"] = isPhoto ? null : new Uri(link).Host,
            ["url"] = isPhoto ? link : Wrapped(link, post.Id),
            ["unshimmed_url"] = link,
        };
        var wanted = field.Inner.Count == 0 ? ["media_type", "title", "type", "url"] : field.Inner.Select(inner => inner.Name);
        var shown = new JsonObject();
        foreach (var name in wanted)
        {
            if (all[name] is { } value)
                shown[name] = value.DeepClone();
        }

        return new JsonObject { ["data"] = new JsonArray(shown) };
    }

    /// <summary>Links leave Facebook by a redirector and with a click id added: comparing them tells nothing.</summary>
    private static string Wrapped(string link, string id)
    {
        var mark = $"{(link.Contains('?', StringComparison.Ordinal) ? '&' : '?')}fbclid=IwAR{(long)(Growth.Fraction(id, "fbclid") * 1e15)}";
        return $"https://l.facebook.com/l.php?u={Uri.EscapeDataString(link + mark)}&h=AT{(long)(Growth.Fraction(id, "h") * 1e12)}&s=1";
    }
}
