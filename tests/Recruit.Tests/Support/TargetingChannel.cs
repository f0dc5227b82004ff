using Recruit.Channels;

namespace Recruit.Tests.Support;

/// <summary>The fake network as one that targets: it answers <see cref="Choice"/> and keeps what it was asked.</summary>
public sealed class TargetingChannel(FakeChannel inner) : IChannel, ITargetsAudiences
{
    public TargetingChoice Choice { get; set; } = new(new Targeting([new TargetingFacet("jobFunctions", [new TargetingValue("urn:li:function:11", "Healthcare Services")])]), "");

    public List<Audience> Asked { get; } = [];

    public ChannelKey Key => inner.Key;

    public string Name => inner.Name;

    public PostLimits Limits => inner.Limits;

    public IReadOnlyList<SecretSpec> Secrets => inner.Secrets;

    public IReadOnlyList<FacetList> ProfileFacets { get; } =
        [new("jobFunctions", "Job functions", "everybody", "urn:li:function:", true, [new("urn:li:function:11", "Healthcare Services"), new("urn:li:function:24", "Research")])];

    public TargetingNotice Notice { get; set; } = new("1", "Do not discriminate.", new Uri("https://network.example/notice"));

    public Task<TargetingChoice> TargetAsync(Audience audience, AccountAccess account, CancellationToken ct)
    {
        Asked.Add(audience);
        return Task.FromResult(Choice);
    }

    public IReadOnlyList<TargetingFacet> ShippedProfile(string occupationCode) => [new("jobFunctions", [new("urn:li:function:11", "Healthcare Services")])];

    public Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct) => inner.PublishAsync(request, account, ct);

    public Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct) => inner.RemoveAsync(remoteId, account, ct);

    public Uri TimelineUrl(AccountAccess account) => inner.TimelineUrl(account);
}
