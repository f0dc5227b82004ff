using System.Diagnostics;

namespace Recruit.Templates;

/// <summary>Why a post goes out; each has its own words on each network.</summary>
public enum Moment
{
    /// <summary>The opening is new.</summary>
    Announce,
    /// <summary>The opening still takes applications.</summary>
    Reminder,
    /// <summary>The last days before the closing date.</summary>
    ClosingSoon,
    /// <summary>The opening is closed; thanks, and a way to the others.</summary>
    Filled,
    /// <summary>Several openings in one post.</summary>
    Digest,
}

public static class Moments
{
    public static string FileName(this Moment moment) => moment switch
    {
        Moment.Announce => "announce",
        Moment.Reminder => "reminder",
        Moment.ClosingSoon => "closing-soon",
        Moment.Filled => "filled",
        Moment.Digest => "digest",
        _ => throw new UnreachableException(),
    };

    public static string Words(this Moment moment) => moment switch
    {
        Moment.Announce => "Announcement",
        Moment.Reminder => "Reminder",
        Moment.ClosingSoon => "Closing soon",
        Moment.Filled => "Filled notice",
        Moment.Digest => "Digest",
        _ => throw new UnreachableException(),
    };
}
