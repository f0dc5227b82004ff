using Recruit.Channels;

namespace Recruit.Tests.Support;

/// <summary>A network that answers a known key with the post that stands there, for fifty minutes.</summary>
public sealed class RepeatingChannel(TimeProvider clock) : FakeChannel(clock), IRepeatsSafely
{
    private readonly Dictionary<Guid, PublishResult.Published> _known = [];

    public TimeSpan? RepeatsFor => TimeSpan.FromMinutes(50);

    /// <summary>What the network really made, whether or not it could say so.</summary>
    public int Made => _known.Count;

    /// <summary>Accepts the next send without its answer reaching us.</summary>
    public void LoseTheNextAnswer()
    {
        Plan(new PublishResult.NoAnswer("No answer came."));
        _accepts = true;
    }

    private bool _accepts;

    public override async Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct)
    {
        var result = await base.PublishAsync(request, account, ct);
        if (_accepts || result is PublishResult.Published)
        {
            _known.TryAdd(request.RepeatKey, result as PublishResult.Published ?? new PublishResult.Published("first", "https://network.example/first"));
            _accepts = false;
        }

        return result is PublishResult.Published ? _known[request.RepeatKey] : result;
    }
}
