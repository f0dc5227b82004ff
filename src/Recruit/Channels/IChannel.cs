namespace Recruit.Channels;

/// <summary>Our adapter to one network. What a network can do beyond this is a role interface that its channel also implements.</summary>
public interface IChannel
{
    ChannelKey Key { get; }

    /// <summary>The network's name as people know it: "X", "LinkedIn".</summary>
    string Name { get; }

    PostLimits Limits { get; }

    /// <summary>The secrets that an account of this network holds, in the order a person is asked for them.</summary>
    IReadOnlyList<SecretSpec> Secrets { get; }

    /// <summary>Sends once, never repeats by itself, and ends within its time-out. Never throws for what a network does.</summary>
    Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct);

    /// <summary>Removes a post; one that is already gone counts as removed.</summary>
    Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct);

    /// <summary>Where a person can look at the account's own posts.</summary>
    Uri TimelineUrl(AccountAccess account);
}

/// <summary>The network lets us read the account's own recent posts back.</summary>
public interface IFindsPosts
{
    /// <summary>Own posts created at or after <paramref name="since"/>, newest first, complete back to that instant.</summary>
    Task<ReadBack> ReadBackAsync(DateTimeOffset since, AccountAccess account, CancellationToken ct);

    /// <summary>Whether one own post still stands there: a single look-up by its id.</summary>
    Task<PostSight> SeeAsync(string remoteId, AccountAccess account, CancellationToken ct);
}

/// <summary>A create may be sent again with the same repeat key: the network then answers with the post that stands there, instead of making a second one.</summary>
public interface IRepeatsSafely
{
    /// <summary>How long after the first try the network surely still knows the key; null when it never forgets.</summary>
    TimeSpan? RepeatsFor { get; }
}

/// <summary>The network is many servers, and an account lives on one of them.</summary>
public interface IHasServers
{
    /// <summary>The server of an account that names none; null when each account must name its own.</summary>
    Uri? HomeServer { get; }
}

/// <summary>The network tells numbers about posts and the account.</summary>
public interface IReportsReach
{
    int MaxPostsPerCall { get; }

    /// <summary>An account is read no more often: where the network charges for it. Zero where reading is free.</summary>
    TimeSpan ReadAtMostEvery => TimeSpan.Zero;

    /// <summary>What each number is called by the network, by metric key, in the order to show.</summary>
    IReadOnlyList<Metric> Metrics { get; }

    Task<ReachReading> ReadReachAsync(IReadOnlyList<string> remoteIds, AccountAccess account, CancellationToken ct);
}

/// <summary>The network can show an organic post to a chosen audience.</summary>
public interface ITargetsAudiences
{
    /// <summary>Turns our facts into the network's facets. Empty targeting with a reason when it cannot.</summary>
    Task<TargetingChoice> TargetAsync(Audience audience, AccountAccess account, CancellationToken ct);

    /// <summary>What a target profile may hold, in the order to show. The place is no part of it: it is the vacancy's.</summary>
    IReadOnlyList<FacetList> ProfileFacets { get; }

    /// <summary>The profile of an occupation that nobody has edited.</summary>
    IReadOnlyList<TargetingFacet> ShippedProfile(string occupationCode);

    /// <summary>What the network wants people to read before they choose a facet.</summary>
    TargetingNotice Notice { get; }
}

/// <summary>One facet of a profile and its values.</summary>
/// <param name="Kind">The network's name, "jobFunctions".</param>
/// <param name="Label">For people: "Job functions".</param>
/// <param name="WhenEmpty">What it means to choose none.</param>
/// <param name="IdStart">How every id of the facet begins: "urn:li:function:".</param>
/// <param name="IsClosed">False: the network has more values than stand here, and any number behind <paramref name="IdStart"/> is taken with its name.</param>
public sealed record FacetList(string Kind, string Label, string WhenEmpty, string IdStart, bool IsClosed, IReadOnlyList<TargetingValue> Values);

/// <param name="Version">Another text is another version, which everybody is asked about anew.</param>
public sealed record TargetingNotice(string Version, string Text, Uri Url);

/// <param name="Name">The key in the account's set, for example "access_token".</param>
public sealed record SecretSpec(string Name, string Label, bool Required)
{
    /// <summary>It is no secret: a person sees what they type.</summary>
    public bool IsShown { get; init; }
}

public sealed record Metric(string Key, string Label);
