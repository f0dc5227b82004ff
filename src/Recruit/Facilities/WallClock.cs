namespace Recruit.Facilities;

/// <summary>Wall-clock time of a zone as an instant, through both nights when the clock changes.</summary>
public static class WallClock
{
    /// <summary>A time that the spring change skips becomes the first instant after the gap; one that the autumn change repeats means its first occurrence.</summary>
    public static DateTimeOffset InstantOf(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>Both occurrences of a time that the autumn change repeats; otherwise the one of <see cref="InstantOf"/>.</summary>
    public static IEnumerable<DateTimeOffset> InstantsOf(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Select(offset => new DateTimeOffset(local, offset).ToUniversalTime()).Order()
            : [zone.InstantOf(day, time)];
    }

    public static DateTime LocalTime(this TimeZoneInfo zone, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    public static DateOnly LocalDay(this TimeZoneInfo zone, DateTimeOffset instant) => DateOnly.FromDateTime(zone.LocalTime(instant));
}
