namespace Recruit.Reach;

/// <summary>Clicks over time as a line: by hour while it is young, by day later. Hours without clicks are true zeros.</summary>
/// <param name="IsHourly">Otherwise a point is a day.</param>
public sealed record ClickLine(bool IsHourly, IReadOnlyList<(DateTime Start, long Count)> Points)
{
    private const int MostHours = 48;
    private const int MostDays = 60;
    private const int LeastPoints = 8;

    /// <summary>Null while nobody has clicked.</summary>
    public static ClickLine? Of(IReadOnlyCollection<HourOfClicks> clicks, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (clicks.Count == 0)
            return null;

        var isHourly = now - clicks.Min(row => row.Hour) <= TimeSpan.FromHours(MostHours);
        var step = isHourly ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
        var counts = clicks.GroupBy(row => StartOf(row.Hour)).ToDictionary(group => group.Key, group => group.Sum(row => (long)row.Count));
        var last = StartOf(now);
        var first = new[] { counts.Keys.Min(), last - (step * ((isHourly ? MostHours : MostDays) - 1)) }.Max();

        var points = new List<(DateTime, long)>();
        // The line begins before the first click, so that it is seen to rise from zero.
        var begin = new[] { first - step, last - (step * (LeastPoints - 1)) }.Min();
        for (var start = begin; start <= last; start += step)
            points.Add((start, counts.GetValueOrDefault(start)));
        return new ClickLine(isHourly, points);

        DateTime StartOf(DateTimeOffset instant)
        {
            var local = TimeZoneInfo.ConvertTime(instant, zone);
            return isHourly ? local.Date.AddHours(local.Hour) : local.Date;
        }
    }
}
