namespace Recruit.Channels.Mastodon;

/// <summary>Plain counts of posts: Mastodon tells no impressions. One by one, since only servers from 4.3 on take a list of ids.</summary>
public sealed class MastodonReach(MastodonApi api)
{
    public const int MaxPostsPerCall = 20;

    public static IReadOnlyList<Metric> Metrics { get; } =
    [
        new("favorites", "Favorites"), new("boosts", "Boosts"), new("replies", "Replies"), new("quotes", "Quotes"),
    ];

    public async Task<ReachReading> ReadAsync(IReadOnlyList<string> remoteIds, AccountAccess account, CancellationToken ct)
    {
        var found = new List<PostReach>();
        foreach (var id in remoteIds.Distinct())
        {
            var reply = await api.StatusAsync(id, account, ct);
            if (reply is Setback { Kind: SetbackKind.Gone })
                continue;
            if (reply is not Answer answer)
                return new ReachReading.Failed(((Setback)reply).Reason, ((Setback)reply).Until);
            if (answer.Read<MastodonStatus>(MastodonWire.Json) is not { Id: not null } status)
                return new ReachReading.Failed("Mastodon's numbers could not be read.");
            found.Add(new PostReach(id, ValuesOf(status)));
        }

        return new ReachReading.Read(found, await FollowersAsync(account, ct));
    }

    private static Dictionary<string, long> ValuesOf(MastodonStatus status)
        => new (string Key, long? Count)[] { ("favorites", status.FavouritesCount), ("boosts", status.ReblogsCount), ("replies", status.RepliesCount), ("quotes", status.QuotesCount) }
            .Where(number => number.Count is not null).ToDictionary(number => number.Key, number => number.Count!.Value);

    // The follower count is a courtesy: its absence does not spoil the numbers of the posts.
    private async Task<long?> FollowersAsync(AccountAccess account, CancellationToken ct)
        => await api.MeAsync(account, ct) is Answer answer ? answer.Read<MastodonAccount>(MastodonWire.Json)?.FollowersCount : null;
}
