using Recruit.Accounts;

namespace Recruit.Broadcasts;

/// <param name="Department">Whose opening the post is about.</param>
public sealed record TakenTime(DateTimeOffset At, string Department);

/// <summary>Chooses the due instant of a post on an account: the first one that its cadence leaves free, with room for every department.</summary>
public static class PostingWindow
{
    /// <summary>A department with this many posts around has its share; its next ones leave every second place to the others.</summary>
    private const int Share = 3;

    /// <param name="taken">Posts that are planned on the account or have just gone out.</param>
    public static DateTimeOffset Choose(DateTimeOffset wished, string department, Cadence cadence, TimeZoneInfo zone, IReadOnlyCollection<TakenTime> taken)
    {
        List<DateTimeOffset> all = [.. taken.Select(other => other.At)];
        List<DateTimeOffset> own = [.. taken.Where(other => other.Department == department).Select(other => other.At)];
        var share = own.Count >= Share ? cadence.Half() : cadence;

        var at = cadence.FreeFrom(wished, zone, all);
        while (share.BlockedUntil(at, zone, own) is { } later)
            at = cadence.FreeFrom(later, zone, all);
        return at;
    }
}
