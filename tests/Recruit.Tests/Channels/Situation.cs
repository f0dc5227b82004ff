namespace Recruit.Tests.Channels;

/// <summary>What the network is about to do. The contract names it, a test class of one network brings it about.</summary>
public enum Situation
{
    Publishes,
    CallsItDuplicate,
    LimitsTheRate,
    RefusesTheToken,
    BreaksWhilePublishing,
    StaysSilent,
    HangsUpAfterAccepting,
    CannotBeReached,
    Removes,
    HasNothingToRemove,
    BreaksWhileRemoving,
    StillShowsThePost,
    NoLongerShowsThePost,
    ShowsTheTimeline,
    ShowsAnEmptyTimeline,
    RefusesTheTokenWhenRead,
    TellsReach,
    LimitsTheRateOfReach,
}
