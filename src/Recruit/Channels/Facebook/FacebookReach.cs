using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Recruit.Channels.Facebook;

/// <summary>
/// Insights and plain counts of posts. Facebook retires metric names in waves, and one retired name fails the whole call:
/// https://developers.facebook.com/docs/platforminsights/page/deprecated-metrics (read 2026-03-02).
/// </summary>
public sealed partial class FacebookReach(FacebookApi api, IOptions<FacebookOptions> options, ILogger<FacebookReach> logger)
{
    public const int MaxPostsPerCall = 25;

    private static readonly (string Key, string Label, string Name)[] Table =
    [
        ("views", "Views", "post_media_view"),
        ("viewers", "Viewers", "post_total_media_view_unique"),
        ("clicks", "Clicks", "post_clicks"),
    ];

    // By version: a name may be back, or gone, in the next one. The insights of one process forget nothing until it ends.
    private readonly ConcurrentDictionary<(string Version, string Name), bool> _retired = new();

    public static IReadOnlyList<Metric> Metrics { get; } =
    [
        .. Table.Select(row => new Metric(row.Key, row.Label)),
        new("reactions", "Reactions"),
        new("comments", "Comments"),
        new("shares", "Shares"),
    ];

    public async Task<ReachReading> ReadAsync(IReadOnlyList<string> remoteIds, AccountAccess account, CancellationToken ct)
    {
        var found = new List<PostReach>();
        foreach (var id in remoteIds.Distinct())
        {
            var values = new Dictionary<string, long>();
            var setback = await AddCountsAsync(id, values, account, ct);
            if (setback is { Kind: SetbackKind.Gone })
                continue;
            setback ??= await AddInsightsAsync(id, values, account, ct);
            if (setback is not null)
                return new ReachReading.Failed(setback.Reason, setback.Until);
            found.Add(new PostReach(id, values));
        }

        return new ReachReading.Read(found, await FollowersAsync(account, ct));
    }

    private async Task<Setback?> AddCountsAsync(string id, Dictionary<string, long> values, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.CountsAsync(id, account, ct);
        if (reply is not Answer answer)
            return (Setback)reply;
        if (answer.Read<FacebookCounts>(FacebookWire.Json) is not { } counts)
            return new Setback(SetbackKind.NoAnswer, "Facebook's numbers could not be read.");

        Add(values, "reactions", counts.Reactions?.Summary?.TotalCount);
        Add(values, "comments", counts.Comments?.Summary?.TotalCount);
        Add(values, "shares", counts.Shares?.Count);
        return null;
    }

    private async Task<Setback?> AddInsightsAsync(string id, Dictionary<string, long> values, AccountAccess account, CancellationToken ct)
    {
        var names = Table.Select(row => row.Name).Where(name => !_retired.ContainsKey((options.Value.Version, name))).ToList();
        if (names.Count == 0)
            return null;

        var reply = await api.InsightsAsync(id, names, account, ct);
        // The counts of this post just came, so what is gone is a metric; only asking one by one tells which.
        if (reply is not Setback { Kind: SetbackKind.Gone })
            return Take(reply, values);

        foreach (var name in names)
        {
            var single = names.Count == 1 ? reply : await api.InsightsAsync(id, [name], account, ct);
            if (single is Setback { Kind: SetbackKind.Gone })
                Retire(name);
            else if (Take(single, values) is { } setback)
                return setback;
        }

        return null;
    }

    // No data means "not available" (a Page with few followers, a day too early), which is not zero.
    private static Setback? Take(Reply reply, Dictionary<string, long> values)
    {
        if (reply is not Answer answer)
            return (Setback)reply;
        if (answer.Read<FacebookList<FacebookInsight>>(FacebookWire.Json)?.Data is not { } insights)
            return new Setback(SetbackKind.NoAnswer, "Facebook's numbers could not be read.");

        foreach (var (key, _, name) in Table)
            if (insights.FirstOrDefault(insight => insight?.Name == name)?.Values is [{ Value: { ValueKind: JsonValueKind.Number } value }, ..]
                && value.TryGetInt64(out var number))
                values[key] = number;
        return null;
    }

    private void Retire(string name)
    {
        if (_retired.TryAdd((options.Value.Version, name), true))
            Log.MetricRetired(logger, name, options.Value.Version);
    }

    private static void Add(Dictionary<string, long> values, string key, long? number)
    {
        if (number is { } value)
            values[key] = value;
    }

    // The follower count is a courtesy: its absence does not spoil the numbers of the posts.
    private async Task<long?> FollowersAsync(AccountAccess account, CancellationToken ct)
        => await api.FollowersAsync(account, ct) is Answer answer ? answer.Read<FacebookPage>(FacebookWire.Json)?.FollowersCount : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Facebook has retired the metric {Name} in {Version}; it is no longer asked for")]
        public static partial void MetricRetired(ILogger logger, string name, string version);
    }
}
