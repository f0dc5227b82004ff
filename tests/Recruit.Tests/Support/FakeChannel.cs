using Recruit.Channels;

namespace Recruit.Tests.Support;

/// <summary>A network that answers as planned, one answer a send; without a plan it publishes. What it published stands on its timeline.</summary>
public class FakeChannel(TimeProvider clock, string key = "x") : IChannel, IFindsPosts
{
    private readonly Queue<PublishResult> _plans = new();
    private readonly List<RecentPost> _timeline = [];

    public ChannelKey Key { get; } = new(key);

    public string Name => "X";

    public PostLimits Limits => new(2000, Measure, "characters", LinkStandsInText: true, Price: Price);

    /// <summary>What a post of these words costs; null while posting is free.</summary>
    public Func<string, decimal>? Price { get; set; }

    /// <summary>How long a text is; measuring is also the moment between rendering and storing.</summary>
    public Func<string, int> Measure { get; set; } = text => text.Length;

    public IReadOnlyList<SecretSpec> Secrets { get; } = [new("access_token", "Access token", Required: true)];

    public List<PublishRequest> Sent { get; } = [];

    public List<string> Removed { get; } = [];

    public int Looks { get; private set; }

    /// <summary>Looks for one post by its id.</summary>
    public int Sights { get; private set; }

    /// <summary>Why the timeline cannot be read; null while it can.</summary>
    public string? Unreadable { get; set; }

    /// <summary>What the network says to every look; null while it lets us look.</summary>
    public Setback? LookSetback { get; set; }

    public Queue<RemoveResult> RemoveAnswers { get; } = new();

    /// <summary>Happens while a send is on its way.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public void Plan(params PublishResult[] answers)
    {
        foreach (var answer in answers)
            _plans.Enqueue(answer);
    }

    /// <summary>Something stands on the timeline that this channel did not tell about.</summary>
    public void Show(string remoteId, string text, params string[] links)
        => _timeline.Add(new RecentPost(remoteId, clock.GetUtcNow(), text, links, $"https://network.example/{remoteId}"));

    public virtual async Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct)
    {
        Sent.Add(request);
        await Meanwhile();
        if (_plans.TryDequeue(out var planned))
            return planned;

        var remoteId = $"remote-{Sent.Count}";
        Show(remoteId, request.Text);
        return new PublishResult.Published(remoteId, $"https://network.example/{remoteId}");
    }

    public Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct)
    {
        Removed.Add(remoteId);
        if (RemoveAnswers.TryDequeue(out var planned))
            return Task.FromResult(planned);

        _timeline.RemoveAll(post => post.RemoteId == remoteId);
        return Task.FromResult<RemoveResult>(new RemoveResult.Removed());
    }

    public Task<PostSight> SeeAsync(string remoteId, AccountAccess account, CancellationToken ct)
    {
        Sights++;
        return Task.FromResult(LookSetback is { } setback ? setback.ToPostSight() : Unreadable is { } reason ? new PostSight.Unreadable(reason)
            : _timeline.Exists(post => post.RemoteId == remoteId) ? new PostSight.Stands() : new PostSight.Gone());
    }

    public Task<ReadBack> ReadBackAsync(DateTimeOffset since, AccountAccess account, CancellationToken ct)
    {
        Looks++;
        return Task.FromResult(LookSetback is { } setback ? setback.ToReadBack() : Unreadable is { } reason ? new ReadBack.Failed(reason) : new ReadBack.Read([.. _timeline.Where(post => post.CreatedAt >= since)]));
    }

    public Uri TimelineUrl(AccountAccess account) => new($"https://network.example/{account.RemoteId}");
}
