using System.Text;
using System.Text.Json.Nodes;
using Recruit.Sandbox.Timeline;

namespace Recruit.Sandbox.Bluesky;

/// <summary>Marks on a post's words, by UTF-8 bytes. Without one a link is plain text. https://docs.bsky.app/docs/advanced-guides/post-richtext, read 2026-08.</summary>
public static class Facets
{
    public static string? FirstMistake(JsonObject record, int bytes)
    {
        if (record["facets"] is not { } facets)
            return null;
        if (facets is not JsonArray list)
            return "Record/facets must be an array";
        foreach (var facet in list)
            if (Number(facet?["index"]?["byteStart"]) is not { } start || Number(facet?["index"]?["byteEnd"]) is not { } end || start < 0 || end <= start || end > bytes || facet?["features"] is not JsonArray { Count: > 0 })
                return "Record/facets: an index lies outside the text, or a facet has no feature";
        return null;
    }

    public static IEnumerable<string> Links(JsonObject record)
        => (record["facets"] as JsonArray ?? []).Select(facet => facet?["features"]?[0]?["uri"].Text()).OfType<string>();

    /// <summary>The words as a reader sees them: marked where the record marks them, and nowhere else.</summary>
    public static IReadOnlyList<TextPart> Parts(SandboxPost post)
    {
        var bytes = Encoding.UTF8.GetBytes(post.Text);
        var parts = new List<TextPart>();
        var place = 0;
        foreach (var facet in (post.Extras?["record"]?["facets"] as JsonArray ?? []).OfType<JsonObject>().OrderBy(facet => Number(facet["index"]?["byteStart"])))
        {
            var (start, end) = (Number(facet["index"]?["byteStart"]) ?? 0, Number(facet["index"]?["byteEnd"]) ?? 0);
            if (start < place || end > bytes.Length)
                continue;
            if (start > place)
                parts.Add(new TextPart(TextPartKind.Plain, Encoding.UTF8.GetString(bytes, place, start - place)));
            var link = facet["features"]?[0]?["uri"].Text();
            parts.Add(new TextPart(link is null ? TextPartKind.Hashtag : TextPartKind.Link, Encoding.UTF8.GetString(bytes, start, end - start), link));
            place = end;
        }

        if (place < bytes.Length)
            parts.Add(new TextPart(TextPartKind.Plain, Encoding.UTF8.GetString(bytes, place, bytes.Length - place)));
        return parts;
    }

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
