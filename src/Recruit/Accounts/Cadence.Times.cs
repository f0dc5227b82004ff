using System.Globalization;
using Recruit.Facilities;

namespace Recruit.Accounts;

/// <summary>Which instants a cadence leaves open. All of it follows the wall clock of the zone, through both nights when the clock changes.</summary>
public sealed partial record Cadence
{
    // The rarest posting time comes once a week, and a clock change may swallow one.
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(16);

    /// <summary>The first instant from here on that is neither quiet nor outside of the posting times.</summary>
    public DateTimeOffset OpenFrom(DateTimeOffset wished, TimeZoneInfo zone)
    {
        for (var at = wished; at - wished < Horizon; at = NextEdge(at, zone))
            if (IsOpen(zone.LocalTime(at)))
                return at;
        return wished;
    }

    /// <summary>The first open instant that keeps gap and cap beside the posts that are taken.</summary>
    public DateTimeOffset FreeFrom(DateTimeOffset wished, TimeZoneInfo zone, IReadOnlyCollection<DateTimeOffset> taken)
    {
        var at = OpenFrom(wished, zone);
        while (BlockedUntil(at, zone, taken) is { } later)
            at = OpenFrom(later, zone);
        return at;
    }

    /// <summary>When to try next, because gap or cap forbid a post here; null while they allow it.</summary>
    public DateTimeOffset? BlockedUntil(DateTimeOffset at, TimeZoneInfo zone, IReadOnlyCollection<DateTimeOffset> taken)
    {
        var near = taken.Where(other => (other - at).Duration() < Gap).ToList();
        if (near.Count > 0)
            return near.Max() + Gap;

        var day = zone.LocalDay(at);
        return taken.Count(other => zone.LocalDay(other) == day) >= DailyCap ? zone.InstantOf(day.AddDays(1), TimeOnly.MinValue) : null;
    }

    /// <summary>What a department keeps to that would otherwise fill the account: every second place stays free for the others.</summary>
    public Cadence Half() => this with
    {
        GapMinutes = DailyCap == 1 ? Math.Max(2 * (GapMinutes ?? 0), 36 * 60) : 2 * GapMinutes,
        DailyCap = DailyCap is { } cap ? Math.Max(1, cap / 2) : null,
    };

    /// <summary>"at least 30 minutes apart, at most 10 a day, quiet from 22:00 to 06:00".</summary>
    public string Words()
    {
        List<string> parts = [];
        if (GapMinutes is { } gap)
            parts.Add($"at least {(gap % 60 == 0 ? Count(gap / 60, "hour") : Count(gap, "minute"))} apart");
        if (DailyCap is { } cap)
            parts.Add($"at most {Count(cap, "post")} a day");
        if (QuietFrom is { } from && QuietTo is { } to)
            parts.Add($"quiet from {Clock(from)} to {Clock(to)}");
        parts.AddRange(Hours.Select(hours => $"{string.Join(", ", hours.Days.Select(day => day.ToString()[..3]))} {Clock(hours.From)} to {Clock(hours.To)}"));
        return parts.Count == 0 ? "at any time" : string.Join(", ", parts);
    }

    private bool IsOpen(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        return !IsQuiet(time) && (Hours.Count == 0 || Hours.Any(hours => hours.Days.Contains(local.DayOfWeek) && time >= hours.From && time < hours.To));
    }

    private DateTimeOffset NextEdge(DateTimeOffset at, TimeZoneInfo zone)
    {
        var day = zone.LocalDay(at);
        var times = Hours.Select(hours => hours.From).Concat(QuietTo is { } end ? [end] : []).ToList();
        return Enumerable.Range(0, 9)
            .SelectMany(days => times.SelectMany(time => zone.InstantsOf(day.AddDays(days), time)))
            .Where(edge => edge > at)
            .DefaultIfEmpty(at + Horizon)
            .Min();
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
