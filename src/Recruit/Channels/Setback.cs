namespace Recruit.Channels;

/// <summary>Why a call did not do what was asked, before it is known what was asked.</summary>
public enum SetbackKind
{
    /// <summary>The request certainly never reached the network.</summary>
    Unreachable,

    /// <summary>The request may have arrived, and nothing proves what came of it.</summary>
    NoAnswer,

    /// <summary>The network will not take what was sent, now or later.</summary>
    Refused,

    /// <summary>The network says that it has this post already.</summary>
    Duplicate,

    /// <summary>Too many calls; nothing was done.</summary>
    Throttled,

    /// <summary>The token no longer works.</summary>
    SignedOut,

    /// <summary>Credits, permission, policy or a dead API version: nothing works until a person acts.</summary>
    Stopped,

    /// <summary>The thing that was named does not exist.</summary>
    Gone,
}

/// <summary>A call that failed, in our words: each network's error table ends here, and here it becomes the result of an act.</summary>
/// <param name="Reason">A sentence for people, without secrets.</param>
public sealed record Setback(SetbackKind Kind, string Reason) : Reply
{
    public DateTimeOffset? Until { get; init; }

    /// <summary>The network switched the version off that we ask with: it is so for every account.</summary>
    public bool IsOfVersion { get; init; }

    /// <summary>The post that a duplicate collides with, where the network names it.</summary>
    public string? RemoteId { get; init; }

    public PublishResult ToPublishResult()
    {
        PublishResult result = Kind switch
        {
            SetbackKind.Unreachable => new PublishResult.Unreachable(Reason),
            SetbackKind.NoAnswer => new PublishResult.NoAnswer(Reason),
            SetbackKind.Refused => new PublishResult.Rejected(Reason),
            SetbackKind.Duplicate => new PublishResult.Duplicate(RemoteId, Reason),
            SetbackKind.Throttled => new PublishResult.RateLimited(Until!.Value, Reason),
            SetbackKind.SignedOut => new PublishResult.SignedOut(Reason),
            // A create names only the account and the address: either is wrong for every later post too.
            SetbackKind.Stopped or SetbackKind.Gone => new PublishResult.AccountStopped(Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return result with { RequestId = RequestId };
    }

    public PostSight ToPostSight() => Kind == SetbackKind.Gone ? new PostSight.Gone() : new PostSight.Unreadable(Reason) { Setback = this };

    public ReadBack ToReadBack() => new ReadBack.Failed(Reason) { Setback = this };

    public RemoveResult ToRemoveResult()
    {
        RemoveResult result = Kind switch
        {
            SetbackKind.Gone => new RemoveResult.Gone(),
            SetbackKind.Refused or SetbackKind.Duplicate => new RemoveResult.Refused(Reason),
            SetbackKind.SignedOut => new RemoveResult.SignedOut(Reason),
            SetbackKind.Stopped => new RemoveResult.AccountStopped(Reason),
            _ => new RemoveResult.TryLater(Until, Reason),
        };
        return result with { RequestId = RequestId };
    }
}
