namespace Recruit.Channels;

/// <summary>How one try ended: a closed set. <see cref="Reason"/> is a sentence for people and holds no secret.</summary>
public abstract record PublishResult(string Reason)
{
    /// <summary>The network's own id of the call, for its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The network said yes and told the post's id.</summary>
    public sealed record Published(string RemoteId, string? Url) : PublishResult("")
    {
        /// <summary>This was the last call that the network takes for now; null while it takes more, or does not say.</summary>
        public DateTimeOffset? RestUntil { get; init; }

        /// <summary>How much of its limits the network says is left; null when it does not say.</summary>
        public LimitLeft? Left { get; init; }
    }

    /// <summary>A complete answer proves that nothing was published, and trying again would not help.</summary>
    public sealed record Rejected(string Reason) : PublishResult(Reason);

    /// <summary>The network says that it has this post already, perhaps naming it. It must be read back before it is believed.</summary>
    public sealed record Duplicate(string? RemoteId, string Reason) : PublishResult(Reason);

    /// <summary>Nothing was published; the account may not call before <paramref name="Until"/>.</summary>
    public sealed record RateLimited(DateTimeOffset Until, string Reason) : PublishResult(Reason);

    /// <summary>The token no longer works; a person must connect the account again.</summary>
    public sealed record SignedOut(string Reason) : PublishResult(Reason);

    /// <summary>Credits, permission, policy or a dead API version: the account rests until a person acts.</summary>
    public sealed record AccountStopped(string Reason) : PublishResult(Reason);

    /// <summary>The request certainly never reached the network: name look-up, refused connection, TLS.</summary>
    public sealed record Unreachable(string Reason) : PublishResult(Reason);

    /// <summary>The request may have arrived: time-out, reset, 5xx, an answer that cannot be read.</summary>
    public sealed record NoAnswer(string Reason) : PublishResult(Reason);
}

/// <summary>How a removal ended: a closed set.</summary>
public abstract record RemoveResult(string Reason)
{
    public string? RequestId { get; init; }

    /// <summary>The network says that it removed it. Whether it is gone, a look tells.</summary>
    public sealed record Removed() : RemoveResult("");

    /// <summary>The network says that it holds no such post: there is nothing left to look for.</summary>
    public sealed record Gone() : RemoveResult("");

    /// <summary>The network will not remove it; a person must look.</summary>
    public sealed record Refused(string Reason) : RemoveResult(Reason);

    /// <summary>Try again, not before <paramref name="Until"/> when the network named an instant. Removing twice is harmless.</summary>
    public sealed record TryLater(DateTimeOffset? Until, string Reason) : RemoveResult(Reason);

    public sealed record SignedOut(string Reason) : RemoveResult(Reason);

    public sealed record AccountStopped(string Reason) : RemoveResult(Reason);
}

/// <summary>What reading the own timeline gave: a closed set. An unreadable timeline is not an empty one.</summary>
public abstract record ReadBack
{
    public sealed record Read(IReadOnlyList<RecentPost> Posts) : ReadBack;

    public sealed record Failed(string Reason) : ReadBack
    {
        /// <summary>What the network said instead; null when its answer could not be read.</summary>
        public Setback? Setback { get; init; }
    }
}

/// <summary>Whether a post stands on its network: a closed set. Only the network's own "no such post" is a no.</summary>
public abstract record PostSight
{
    public sealed record Stands : PostSight;

    public sealed record Gone : PostSight;

    public sealed record Unreadable(string Reason) : PostSight
    {
        /// <summary>What the network said instead; null when its answer could not be read.</summary>
        public Setback? Setback { get; init; }
    }
}

/// <param name="Text">As we would have sent it: links expanded, escapes undone.</param>
/// <param name="Links">Expanded links of the post.</param>
public sealed record RecentPost(string RemoteId, DateTimeOffset CreatedAt, string Text, IReadOnlyList<string> Links, string? Url);

/// <summary>Numbers read back: a closed set. What the network did not tell is absent, never zero.</summary>
public abstract record ReachReading
{
    /// <param name="Price">What the network charges for it beside the posts, in US dollars, once a day of UTC; 0 where it is free.</param>
    public sealed record Read(IReadOnlyList<PostReach> Posts, long? Followers, decimal Price = 0) : ReachReading;

    public sealed record Failed(string Reason, DateTimeOffset? Until = null) : ReachReading;
}

/// <param name="Price">What the network charges for having told it, in US dollars, once a day of UTC; 0 where it is free.</param>
public sealed record PostReach(string RemoteId, IReadOnlyDictionary<string, long> Values, decimal Price = 0);
