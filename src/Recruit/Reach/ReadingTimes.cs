namespace Recruit.Reach;

/// <summary>When a post's numbers are read again. They move in its first hours, and networks charge for reading: X $0.001 a post (2026-08).</summary>
public sealed record ReadingTimes(TimeSpan Interval)
{
    /// <summary>Older posts are left alone; X tells most of its numbers for this long only.</summary>
    public static readonly TimeSpan LongestAge = TimeSpan.FromDays(30);

    public DateTimeOffset NextAfter(DateTimeOffset publishedAt, DateTimeOffset readAt) => readAt + (Interval * Times(readAt - publishedAt));

    /// <summary>A reading takes along what will be due soon: one call carries many posts.</summary>
    public DateTimeOffset SoonDue(DateTimeOffset now) => now + (Interval / 2);

    private static int Times(TimeSpan age) => age.TotalHours switch
    {
        < 2 => 1,
        < 24 => 4,
        < 24 * 7 => 24,
        _ => 96,
    };
}
