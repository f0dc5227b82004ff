namespace Recruit.Deliveries;

public enum DeliveryState
{
    /// <summary>Waits for approval, or for a person to mend it. Approval moves it on.</summary>
    Held,
    /// <summary>Approved. The lane sends it when due; without a due instant it waits for its release.</summary>
    Scheduled,
    /// <summary>A request may be on its way. The answer, or the end of the lease, moves it on.</summary>
    Sending,
    /// <summary>Certainly not published yet, and the lane tries again at its next instant.</summary>
    Retrying,
    /// <summary>The request left and no answer tells what came of it. Reading back, or a person, settles it.</summary>
    Uncertain,
    /// <summary>Stands on the network.</summary>
    Published,
    /// <summary>The network refused it for good. A person edits it or gives it up.</summary>
    Rejected,
    /// <summary>To be removed at the network. The lane does it, and looks whether it is gone; a refusal asks a person.</summary>
    Removing,
    /// <summary>Stood on the network and is gone. Final.</summary>
    Removed,
    /// <summary>Called off, and not known to stand on the network. Final, unless a late answer tells that it does: then it is removed.</summary>
    Cancelled,
    /// <summary>Its time passed. Final, unless a late answer tells that it stands there.</summary>
    Skipped,
}

/// <summary>Every legal move. What is not listed throws.</summary>
public static class DeliveryMoves
{
    private static readonly Dictionary<DeliveryState, DeliveryState[]> Table = new()
    {
        // A late yes of an earlier try may come in any state that does not know of the post yet.
        [DeliveryState.Held] = [DeliveryState.Held, DeliveryState.Scheduled, DeliveryState.Published, DeliveryState.Cancelled, DeliveryState.Skipped],
        [DeliveryState.Scheduled] = [DeliveryState.Sending, DeliveryState.Published, DeliveryState.Held, DeliveryState.Cancelled, DeliveryState.Skipped],
        [DeliveryState.Sending] = [DeliveryState.Published, DeliveryState.Rejected, DeliveryState.Retrying, DeliveryState.Uncertain],
        [DeliveryState.Retrying] = [DeliveryState.Sending, DeliveryState.Published, DeliveryState.Held, DeliveryState.Cancelled, DeliveryState.Skipped],
        [DeliveryState.Uncertain] = [DeliveryState.Published, DeliveryState.Rejected, DeliveryState.Retrying, DeliveryState.Cancelled],
        [DeliveryState.Published] = [DeliveryState.Removing],
        [DeliveryState.Rejected] = [DeliveryState.Published, DeliveryState.Held, DeliveryState.Cancelled],
        [DeliveryState.Removing] = [DeliveryState.Removed],
        [DeliveryState.Removed] = [],
        [DeliveryState.Cancelled] = [DeliveryState.Removing],
        [DeliveryState.Skipped] = [DeliveryState.Published],
    };

    public static bool MayBecome(this DeliveryState from, DeliveryState to) => Table[from].Contains(to);

    /// <summary>Nobody moves it any more; only a late yes, the proof that a post stands there, still does.</summary>
    public static bool IsFinal(this DeliveryState state) => state is DeliveryState.Removed or DeliveryState.Cancelled or DeliveryState.Skipped;

    /// <summary>Nothing has left yet, so that it can still be changed or called off exactly.</summary>
    public static bool IsWaiting(this DeliveryState state) => state is DeliveryState.Held or DeliveryState.Scheduled or DeliveryState.Retrying;
}
