using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Bluesky;

/// <summary>A repository's posts by their key. The same record under the same key changes nothing, another one is refused when the caller says that there is none. https://docs.bsky.app/docs/api/com-atproto-repo-put-record, read 2026-08.</summary>
public static class BlueskyRecords
{
    private const string Collection = "app.bsky.feed.post";

    public static async Task<IResult> PutAsync(HttpContext context, World world)
    {
        if (await JsonBody.ReadAsync(context) is not { } body)
            return BlueskyErrors.Invalid("Error: A request body is expected but none was provided");
        if (Mistake(body["repo"].Text(), body["collection"].Text(), context, world) is { } wrong)
            return wrong;
        if (body["rkey"].Text() is not { } key || !IsTid(key))
            return BlueskyErrors.Invalid("Invalid record key");
        if (body["record"] is not JsonObject record)
            return BlueskyErrors.Invalid("Error: Input/record must be an object");
        if (BlueskyPost.FirstMistake(record) is { } mistake)
            return BlueskyErrors.Invalid($"Invalid {Collection} record: {mistake}");

        var blobs = BlueskyBlobs.Named(record);
        if (blobs.Any(blob => blob.Id is null || world.Media.Find(Networks.Bluesky, blob.Id) is null))
            return BlueskyErrors.Of(400, "BlobNotFound", "Could not find blob");

        var account = context.Account();
        var now = world.Now;
        var accepted = world.Posts.Accept(
            Networks.Bluesky,
            account,
            now,
            live => live.FirstOrDefault(post => post.Id == key),
            _ => new SandboxPost
            {
                Network = Networks.Bluesky,
                Account = account,
                Id = key,
                Text = record["text"].Text() ?? "",
                Sent = record["text"].Text() ?? "",
                Link = record["embed"]?["external"]?["uri"].Text() ?? Facets.Links(record).FirstOrDefault(),
                Media = [.. blobs.Select(blob => blob.Id!)],
                AltText = blobs.Count > 0 ? blobs[0].AltText : null,
                ReceivedAt = now,
                VisibleFrom = now,
                Extras = new JsonObject { ["record"] = record.DeepClone() },
            });
        if (accepted.IsDuplicate && !JsonNode.DeepEquals(accepted.Post.Extras?["record"], record))
            return BlueskyErrors.Swapped();
        var told = Told(accepted.Post);
        told.Remove("value");
        told["commit"] = Commit(now);
        told["validationStatus"] = "valid";
        return Answers.Of(200, told);
    }

    /// <summary>Makes sure that it is not there, so a second time is as good as the first.</summary>
    public static async Task<IResult> DeleteAsync(HttpContext context, World world)
    {
        if (await JsonBody.ReadAsync(context) is not { } body)
            return BlueskyErrors.Invalid("Error: A request body is expected but none was provided");
        if (Mistake(body["repo"].Text(), body["collection"].Text(), context, world) is { } wrong)
            return wrong;
        if (world.Posts.Find(Networks.Bluesky, body["rkey"].Text() ?? "") is { IsLive: true } post && post.Account == context.Account())
            world.Posts.Change(Networks.Bluesky, post.Id, live => live with { RemovedAt = world.Now });
        return Answers.Of(200, new JsonObject { ["commit"] = Commit(world.Now) });
    }

    public static IResult One(HttpContext context, World world)
    {
        var query = context.Request.Query;
        var key = query["rkey"].ToString();
        return world.Posts.Find(Networks.Bluesky, key) is { IsLive: true } post && post.Account == BlueskySessions.AccountOf(query["repo"], world)
            ? Answers.Of(200, Told(post))
            : BlueskyErrors.Of(400, "RecordNotFound", $"Could not locate record: at://{query["repo"]}/{Collection}/{key}");
    }

    public static IResult List(HttpContext context, World world)
    {
        var query = context.Request.Query;
        if (BlueskySessions.AccountOf(query["repo"], world) is not { } account)
            return BlueskyErrors.Invalid("Could not find repo: " + query["repo"]);
        var limit = int.TryParse(query["limit"], out var wanted) ? Math.Clamp(wanted, 1, 100) : 50;
        var cursor = query["cursor"].ToString();
        var page = world.Posts.NewestFirst(Networks.Bluesky, account).Where(post => post.IsLive && (cursor.Length == 0 || string.CompareOrdinal(post.Id, cursor) < 0))
            .OrderByDescending(post => post.Id, StringComparer.Ordinal).Take(limit).ToList();
        var answer = new JsonObject { ["records"] = new JsonArray([.. page.Select(Told)]) };
        if (page.Count > 0)
            answer["cursor"] = page[^1].Id;
        return Answers.Of(200, answer);
    }

    public static JsonObject Told(SandboxPost post) => new()
    {
        ["uri"] = $"at://{BlueskySessions.DidOf(post.Account)}/{Collection}/{post.Id}",
        ["cid"] = Cid(post.Extras?["record"]?.ToJsonString() ?? ""),
        ["value"] = post.Extras?["record"]?.DeepClone(),
    };

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static IResult? Mistake(string? repo, string? collection, HttpContext context, World world)
    {
        if (collection != Collection)
            return BlueskyErrors.Invalid("Practice holds posts only: the collection must be " + Collection);
        return BlueskySessions.AccountOf(repo, world) == context.Account() ? null : BlueskyErrors.Of(400, "InvalidRequest", "Could not find repo: " + repo);
    }

    private static bool IsTid(string key) => key.Length == 13 && "234567abcdefghij".Contains(key[0], StringComparison.Ordinal) && key.All(c => "234567abcdefghijklmnopqrstuvwxyz".Contains(c, StringComparison.Ordinal));

    private static JsonObject Commit(DateTimeOffset now) => new() { ["cid"] = Cid(now.ToString("O")), ["rev"] = "3m" + (now.UtcTicks / 10).ToString(CultureInfo.InvariantCulture)[^11..].Replace('0', '2').Replace('1', 'z').Replace('8', 'a').Replace('9', 'b') };

    private static string Cid(string of) => "bafyrei" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..40];
}
