using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Bluesky;

/// <summary>What the lexicon of a post demands. https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json, read 2026-08.</summary>
public static class BlueskyPost
{
    private const int MostGraphemes = 300;
    private const int MostBytes = 3_000;

    /// <summary>Null when there is none.</summary>
    public static string? FirstMistake(JsonObject record)
    {
        if (record["$type"].Text() != "app.bsky.feed.post")
            return "Record/$type must be app.bsky.feed.post";
        if (record["text"].Text() is not { } text)
            return "Record must have the property \"text\"";
        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
            return $"Record/text must not be longer than {MostBytes} characters";
        if (new StringInfo(text).LengthInTextElements > MostGraphemes)
            return $"Record/text must not be longer than {MostGraphemes} graphemes";
        if (record["createdAt"].Text() is not { } at || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out _))
            return "Record/createdAt must be an valid atproto datetime (both RFC-3339 and ISO-8601)";
        if (record["langs"] is JsonArray { Count: > 3 })
            return "Record/langs must not have more than 3 elements";
        return Facets.FirstMistake(record, Encoding.UTF8.GetByteCount(text)) ?? CardMistake(record["embed"]);
    }

    private static string? CardMistake(JsonNode? embed)
    {
        if (embed is null)
            return null;
        if (embed["$type"].Text() == "app.bsky.embed.images")
            return embed["images"] is JsonArray { Count: >= 1 and <= 4 } images && images.All(image => image?["alt"].Text() is not null && image["image"] is JsonObject)
                ? null
                : "Record/embed/images must have 1 to 4 elements with the properties \"alt\" and \"image\"";
        if (embed["$type"].Text() != "app.bsky.embed.external" || embed["external"] is not JsonObject card)
            return "Record/embed must be a app.bsky.embed.external or app.bsky.embed.images here";
        if (card["uri"].Text() is not { } uri || !Uri.TryCreate(uri, UriKind.Absolute, out _))
            return "Record/embed/external/uri must be a uri";
        return card["title"].Text() is null || card["description"].Text() is null ? "Record/embed/external must have the properties \"title\" and \"description\"" : null;
    }
}
