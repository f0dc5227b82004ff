using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Bluesky;

/// <summary>Pictures that records name. https://docs.bsky.app/docs/api/com-atproto-repo-upload-blob, read 2026-08.</summary>
public static class BlueskyBlobs
{
    // The most that the lexicon of a link's card takes.
    private const int MostBytes = 1_000_000;

    public static async Task<IResult> TakeAsync(HttpContext context, World world)
    {
        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy, context.RequestAborted);
        var bytes = copy.ToArray();
        if (bytes.Length is 0 or > MostBytes)
            return BlueskyErrors.Of(413, "PayloadTooLarge", "request entity too large");

        // Named by what it is: the same bytes are the same blob.
        var media = new SandboxMedia
        {
            Network = Networks.Bluesky,
            Account = context.Account(),
            Id = "bafkrei" + Convert.ToHexStringLower(SHA256.HashData(bytes))[..40],
            Bytes = bytes,
            UploadedAt = world.Now,
        };
        world.Media.Put(media);
        return Answers.Of(200, new JsonObject
        {
            ["blob"] = new JsonObject
            {
                ["$type"] = "blob",
                ["ref"] = new JsonObject { ["$link"] = media.Id },
                ["mimeType"] = media.ContentType ?? "application/octet-stream",
                ["size"] = bytes.Length,
            },
        });
    }

    /// <summary>The blobs that a record names, each with its alt text where the record gives one.</summary>
    public static IReadOnlyList<(string? Id, string? AltText)> Named(JsonObject record)
    {
        var embed = record["embed"] as JsonObject;
        if (embed?["images"] is JsonArray images)
            return [.. images.Select(image => (Link(image?["image"]), image?["alt"].Text()))];
        return embed?["external"]?["thumb"] is { } thumb ? [(Link(thumb), null)] : [];
    }

    private static string? Link(JsonNode? blob) => blob is JsonObject named && named["$type"].Text() == "blob" ? (named["ref"] as JsonObject)?["$link"].Text() : null;
}
