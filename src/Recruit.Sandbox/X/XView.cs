using System.Text.Json.Nodes;

namespace Recruit.Sandbox.X;

/// <summary>A post as a read shows it: only what was asked for.</summary>
public static class XView
{
    private static readonly TimeSpan PrivateNumbersLast = TimeSpan.FromDays(30);

    /// <summary>Private numbers go to the author only, for thirty days; a refused group is told in <paramref name="errors"/>.</summary>
    public static JsonObject Of(SandboxPost post, XFields fields, string caller, World world, JsonArray errors)
    {
        var numbers = XNumbers.Of(post, world);
        var view = new JsonObject
        {
            ["id"] = post.Id,
            ["text"] = XText.Shortened(post.Id, post.Text),
            [fields.EditHistory] = new JsonArray(post.Id),
        };
        if (fields.Ask("created_at"))
            view["created_at"] = XTime.Write(post.ReceivedAt);
        if (fields.Ask("author_id"))
            view["author_id"] = post.Account;
        if (fields.Ask("entities") && Entities(post) is { Count: > 0 } entities)
            view["entities"] = entities;
        if (fields.Ask("attachments") && post.Media.Count > 0)
            view["attachments"] = new JsonObject { ["media_keys"] = new JsonArray([.. post.Media.Select(id => JsonValue.Create($"3_{id}"))]) };
        if (fields.Ask("public_metrics"))
            view["public_metrics"] = numbers.Public(fields);

        var mayAsk = post.Account == caller && world.Now - post.ReceivedAt <= PrivateNumbersLast;
        Private("non_public_metrics", numbers.NonPublic);
        Private("organic_metrics", () => numbers.Organic(fields));
        return view;

        void Private(string group, Func<JsonObject> read)
        {
            if (!fields.Ask(group)) return;
            if (mayAsk)
                view[group] = read();
            else
                errors.Add(XProblems.FieldRefused(post.Id, group));
        }
    }

    private static JsonObject Entities(SandboxPost post)
    {
        var shortened = XText.Shortened(post.Id, post.Text);
        var entities = new JsonObject();
        var urls = new JsonArray();
        foreach (var (index, link) in WebLinks.In(post.Text).Index())
        {
            var url = XText.ShortLink(post.Id, index);
            var start = shortened.IndexOf(url, StringComparison.Ordinal);
            var display = link.Address[(link.Address.IndexOf("://", StringComparison.Ordinal) + 3)..];
            urls.Add(new JsonObject
            {
                ["start"] = start,
                ["end"] = start + url.Length,
                ["url"] = url,
                ["expanded_url"] = link.Address,
                ["display_url"] = display.Length > 30 ? display[..29] + "…" : display,
            });
        }

        if (urls.Count > 0)
            entities["urls"] = urls;
        if (XText.Hashtags(shortened).Select(tag => new JsonObject { ["start"] = tag.Index, ["end"] = tag.Index + tag.Length, ["tag"] = tag.Value[1..] }).ToArray() is { Length: > 0 } tags)
            entities["hashtags"] = new JsonArray(tags);
        return entities;
    }
}
