using System.Text.Json;

namespace Recruit.Channels.LinkedIn;

/// <summary>Organic numbers of posts, and the followers of the organization.</summary>
public sealed class LinkedInReach(LinkedInApi api)
{
    public const int MaxPostsPerCall = 50;

    private const string ShareUrn = "urn:li:share:";

    private static readonly (string Key, string Label, string Name)[] Table =
    [
        ("impressions", "Impressions", "impressionCount"),
        ("members_reached", "Members reached", "uniqueImpressionsCount"),
        ("clicks", "Clicks", "clickCount"),
        ("reactions", "Reactions", "likeCount"),
        ("comments", "Comments", "commentCount"),
        ("reposts", "Reposts", "shareCount"),
    ];

    public static IReadOnlyList<Metric> Metrics { get; } = [.. Table.Select(row => new Metric(row.Key, row.Label))];

    public async Task<ReachReading> ReadAsync(IReadOnlyList<string> remoteIds, AccountAccess account, CancellationToken ct)
    {
        var found = new List<PostReach>();
        foreach (var kind in remoteIds.Distinct().GroupBy(urn => urn.StartsWith(ShareUrn, StringComparison.Ordinal) ? "shares" : "ugcPosts"))
        {
            var reply = await api.StatisticsAsync(kind.Key, kind, account, ct);
            if (reply is Setback setback)
                return new ReachReading.Failed(setback.Reason, setback.Until);
            if (((Answer)reply).Read<LinkedInStatistics>(LinkedInWire.Json)?.Elements is not { } elements)
                return new ReachReading.Failed("LinkedIn's numbers could not be read.");

            var told = elements.OfType<LinkedInStatistic>().Select(ReachOf).OfType<PostReach>().Where(post => kind.Contains(post.RemoteId)).ToList();
            found.AddRange(told);
            foreach (var urn in kind.Except(told.Select(post => post.RemoteId)))
                if (await ZerosOfAsync(urn, account, ct) is { } zeros)
                    found.Add(zeros);
        }

        return new ReachReading.Read(found, await FollowersAsync(account, ct));
    }

    // A post without activity is left out of a good answer, and so is one that is gone: only the first has zeros.
    // https://learn.microsoft.com/linkedin/marketing/community-management/organizations/share-statistics (read 2025-11).
    private async Task<PostReach?> ZerosOfAsync(string urn, AccountAccess account, CancellationToken ct)
        => await api.PostAsync(urn, account, ct) is Answer ? new PostReach(urn, Table.ToDictionary(row => row.Key, _ => 0L)) : null;

    private static PostReach? ReachOf(LinkedInStatistic element)
    {
        if ((element.Share ?? element.UgcPost) is not { } urn || element.TotalShareStatistics is not { } totals)
            return null;

        var values = new Dictionary<string, long>();
        foreach (var (key, _, name) in Table)
            if (totals.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number))
                values[key] = number;
        return new PostReach(urn, values);
    }

    // The follower count is a courtesy: its absence does not spoil the numbers of the posts.
    private async Task<long?> FollowersAsync(AccountAccess account, CancellationToken ct)
        => await api.FollowersAsync(account, ct) is Answer answer ? answer.Read<LinkedInNetworkSize>(LinkedInWire.Json)?.FirstDegreeSize : null;
}
