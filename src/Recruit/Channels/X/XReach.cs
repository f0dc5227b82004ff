using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Recruit.Channels.X;

/// <summary>
/// Reads the numbers through the account's own timeline, where X charges a fifth of what it charges by id, and tells clicks:
/// https://docs.x.com/x-api/getting-started/pricing (read 2026-08-22). Clicks end 30 days after the post; older posts are asked for by id.
/// </summary>
public sealed class XReach(XApi api, IOptions<XOptions> options, TimeProvider time)
{
    public const int MaxPostsPerCall = 100;

    private const int MaxPages = 33;
    private const string PublicFields = "public_metrics";
    private const string AllFields = "created_at,public_metrics,non_public_metrics";

    // An hour short of 30 days, so that no post crosses the line between the two clocks.
    private static readonly TimeSpan PrivateMetricsFor = TimeSpan.FromDays(30) - TimeSpan.FromHours(1);

    // X renamed retweets to reposts in 2026; both spellings are alive.
    private static readonly (string Key, string Label, string[] Names, bool Private)[] Table =
    [
        ("impressions", "Impressions", ["impression_count"], false),
        ("likes", "Likes", ["like_count"], false),
        ("reposts", "Reposts", ["repost_count", "retweet_count"], false),
        ("replies", "Replies", ["reply_count"], false),
        ("quotes", "Quotes", ["quote_count"], false),
        ("bookmarks", "Bookmarks", ["bookmark_count"], false),
        ("link_clicks", "Link clicks", ["url_link_clicks"], true),
        ("profile_clicks", "Profile clicks", ["user_profile_clicks"], true),
        ("engagements", "Engagements", ["engagements"], true),
    ];

    public static IReadOnlyList<Metric> Metrics { get; } = [.. Table.Select(row => new Metric(row.Key, row.Label))];

    public async Task<ReachReading> ReadAsync(IReadOnlyList<string> remoteIds, AccountAccess account, CancellationToken ct)
    {
        var found = new List<PostReach>();
        var missing = remoteIds.ToHashSet();
        var prices = options.Value;
        var price = prices.PriceOfProfile;

        string? page = null;
        for (var pages = 0; pages < MaxPages && missing.Count > 0; pages++)
        {
            var reply = await api.OwnPostsAsync(time.GetUtcNow() - PrivateMetricsFor, page, AllFields, account, ct);
            if (!Take(reply, prices.PriceOfOwnRead, missing, found, out var others, out var next, out var failed))
                return failed;
            price += others * prices.PriceOfOwnRead;
            if (next is null)
                break;
            page = next;
        }

        foreach (var ids in missing.Order(StringComparer.Ordinal).Chunk(MaxPostsPerCall))
        {
            var reply = await api.PostsAsync(ids, PublicFields, account, ct);
            if (!Take(reply, prices.PriceOfRead, missing, found, out _, out _, out var failed))
                return failed;
        }

        return new ReachReading.Read(found, await FollowersAsync(account, ct), price);
    }

    private static bool Take(Reply reply, decimal price, HashSet<string> missing, List<PostReach> found, out int others, out string? next, out ReachReading.Failed failed)
    {
        (others, next) = (0, null);
        failed = null!;
        if (reply is Setback setback)
        {
            failed = new ReachReading.Failed(setback.Reason, setback.Until);
            return false;
        }

        // Deleted posts stand in "errors" beside the others, with status 200: they are simply not told.
        if (((Answer)reply).Read<XEnvelope<IReadOnlyList<XPost?>>>(XWire.Json) is not { } envelope || (envelope.Data ?? []).Any(post => post?.Id is null))
        {
            failed = new ReachReading.Failed("X's numbers could not be read.");
            return false;
        }

        var asked = (envelope.Data ?? []).OfType<XPost>().Where(post => missing.Remove(post.Id!)).Select(post => new PostReach(post.Id!, ValuesOf(post), price)).ToList();
        found.AddRange(asked);
        // Every post that was told is paid for, asked for or not.
        others = (envelope.Data?.Count ?? 0) - asked.Count;
        next = envelope.Meta?.NextToken;
        return true;
    }

    private static Dictionary<string, long> ValuesOf(XPost post)
    {
        var values = new Dictionary<string, long>();
        foreach (var (key, _, names, isPrivate) in Table)
            foreach (var name in names)
                if ((isPrivate ? post.NonPublicMetrics : post.PublicMetrics) is { } metrics && NumberIn(metrics, name) is { } number)
                    values[key] = number;
        return values;
    }

    // The follower count is a courtesy: its absence does not spoil the numbers of the posts.
    private async Task<long?> FollowersAsync(AccountAccess account, CancellationToken ct)
        => await api.MeAsync(account, ct) is Answer answer && answer.Read<XEnvelope<XUser>>(XWire.Json)?.Data?.PublicMetrics is { } metrics
            ? NumberIn(metrics, "followers_count")
            : null;

    private static long? NumberIn(IReadOnlyDictionary<string, JsonElement> metrics, string name)
        => metrics.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
