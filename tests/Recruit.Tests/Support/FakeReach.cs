using Recruit.Channels;

namespace Recruit.Tests.Support;

/// <summary>A network that tells the numbers a test plans for its posts, and writes down what it was asked.</summary>
public sealed class FakeReach(string key = "x", string name = "X", int maxPostsPerCall = 2) : IChannel, IReportsReach
{
    public Dictionary<string, Dictionary<string, long>> Told { get; } = [];

    public long? Followers { get; set; }

    /// <summary>Answers every call while set.</summary>
    public ReachReading.Failed? Failure { get; set; }

    public List<IReadOnlyList<string>> Asked { get; } = [];

    public ChannelKey Key { get; } = new(key);

    public string Name => name;

    public PostLimits Limits { get; } = new(280, text => text.Length, "characters", LinkStandsInText: true);

    public IReadOnlyList<SecretSpec> Secrets { get; } = [];

    public TimeSpan ReadAtMostEvery { get; set; }

    /// <summary>What each reading costs beside the posts.</summary>
    public decimal Price { get; set; }

    /// <summary>What each post costs that it tells of.</summary>
    public decimal PriceOfPost { get; set; }

    public int MaxPostsPerCall => maxPostsPerCall;

    public IReadOnlyList<Metric> Metrics { get; } = [new("impressions", "Impressions"), new("likes", "Likes")];

    public Task<ReachReading> ReadReachAsync(IReadOnlyList<string> remoteIds, AccountAccess account, CancellationToken ct)
    {
        Asked.Add(remoteIds);
        ReachReading answer = Failure is { } failure ? failure
            : new ReachReading.Read([.. remoteIds.Where(Told.ContainsKey).Select(id => new PostReach(id, Told[id], PriceOfPost))], Followers, Price);
        return Task.FromResult(answer);
    }

    public Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

    public Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

    public Uri TimelineUrl(AccountAccess account) => new("https://network.example/");
}
