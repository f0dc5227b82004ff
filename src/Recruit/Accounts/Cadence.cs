namespace Recruit.Accounts;

/// <summary>How often and at which times an account may post, in the facility's zone. Nothing binds until somebody sets it.</summary>
public sealed partial record Cadence
{
    public const int UsualRepeatDays = 7;

    public static Cadence None { get; } = new();

    /// <summary>At least this long between two posts.</summary>
    public int? GapMinutes { get; init; }

    /// <summary>At most this many posts on one day.</summary>
    public int? DailyCap { get; init; }

    /// <summary>No post from here to <see cref="QuietTo"/>; over midnight when it is the later time.</summary>
    public TimeOnly? QuietFrom { get; init; }
    public TimeOnly? QuietTo { get; init; }

    /// <summary>When posts may go out; empty: at any time that is not quiet.</summary>
    public IReadOnlyList<PostingHours> Hours { get; init; } = [];

    /// <summary>The same words do not stand on the account twice within this many days; 0 allows it.</summary>
    public int RepeatDays { get; init; } = UsualRepeatDays;

    /// <summary>Whether it keeps any post from going out at any time.</summary>
    public bool Binds => GapMinutes is not null || DailyCap is not null || QuietFrom is not null || Hours.Count > 0;

    public TimeSpan Gap => TimeSpan.FromMinutes(GapMinutes ?? 0);

    /// <summary>One sentence for each mistake.</summary>
    public IEnumerable<string> Problems()
    {
        if (GapMinutes is < 1 or > 7 * 24 * 60)
            yield return "The gap between posts is 1 minute to 7 days.";
        if (DailyCap is < 1 or > 500)
            yield return "The daily cap is 1 to 500 posts.";
        if (QuietFrom is null != QuietTo is null)
            yield return "Quiet hours need a beginning and an end.";
        if (QuietFrom is { } from && from == QuietTo)
            yield return "Quiet hours that begin and end at the same time would last all day. Pause the account instead.";
        if (Hours.Any(hours => hours.Days.Count == 0))
            yield return "Choose at least one day for each posting time.";
        if (Hours.Any(hours => hours.From >= hours.To))
            yield return "A posting time ends after it begins.";
        if (RepeatDays is < 0 or > 90)
            yield return "The same words may be kept from coming back for 0 to 90 days.";
        if (Hours.Count > 0 && Hours.All(hours => hours.Days.Count > 0 && hours.From < hours.To) && !Hours.Any(hours => LeavesTime(hours)))
            yield return "Quiet hours cover all posting times, so nothing could ever go out. Shorten them.";
    }

    public bool IsQuiet(TimeOnly time) => QuietFrom is { } from && QuietTo is { } to
        && (from < to ? time >= from && time < to : time >= from || time < to);

    private bool LeavesTime(PostingHours hours)
    {
        for (var time = hours.From; time < hours.To; time = time.AddMinutes(1))
        {
            if (!IsQuiet(time))
                return true;
            if (time.AddMinutes(1) < time)
                break;
        }

        return false;
    }
}

/// <summary>"Monday to Friday, 8:00 to 18:00".</summary>
public sealed record PostingHours(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To);
