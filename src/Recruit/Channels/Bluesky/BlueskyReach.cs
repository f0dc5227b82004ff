namespace Recruit.Channels.Bluesky;

/// <summary>Plain counts of posts: Bluesky tells no impressions.</summary>
public sealed class BlueskyReach(BlueskyApi api)
{
    // The most that one call takes.
    public const int MaxPostsPerCall = 25;

    public static IReadOnlyList<Metric> Metrics { get; } = [new("likes", "Likes"), new("reposts", "Reposts"), new("replies", "Replies"), new("quotes", "Quotes")];

    public async Task<ReachReading> ReadAsync(IReadOnlyList<string> remoteIds, AccountAccess account, CancellationToken ct)
    {
        var found = new List<PostReach>();
        foreach (var keys in remoteIds.Distinct().Chunk(MaxPostsPerCall))
        {
            var reply = await api.PostsAsync(keys, account, ct);
            if (reply is not Answer answer)
                return new ReachReading.Failed(((Setback)reply).Reason, ((Setback)reply).Until);
            // What is gone is left out.
            if (answer.Read<BlueskyPosts>(BlueskyWire.Json)?.Posts is not { } posts || posts.Any(post => post?.Uri is null))
                return new ReachReading.Failed("Bluesky's numbers could not be read.");
            found.AddRange(posts.Select(post => new PostReach(BlueskyChannel.KeyIn(post!.Uri!), ValuesOf(post))).Where(post => keys.Contains(post.RemoteId)));
        }

        return new ReachReading.Read(found, await FollowersAsync(account, ct));
    }

    private static Dictionary<string, long> ValuesOf(BlueskyPostView post)
        => new (string Key, long? Count)[] { ("likes", post.LikeCount), ("reposts", post.RepostCount), ("replies", post.ReplyCount), ("quotes", post.QuoteCount) }
            .Where(number => number.Count is not null).ToDictionary(number => number.Key, number => number.Count!.Value);

    // The follower count is a courtesy: its absence does not spoil the numbers of the posts.
    private async Task<long?> FollowersAsync(AccountAccess account, CancellationToken ct)
        => await api.ProfileAsync(account, ct) is Answer answer ? answer.Read<BlueskyProfile>(BlueskyWire.Json)?.FollowersCount : null;
}
