using System.Globalization;
using Recruit.Facilities;

namespace Recruit.Accounts;

/// <summary>An account's standing order for one post a week that tells of several openings. There is none until a recruiter switches it on.</summary>
/// <param name="FacilityId">Whose openings, and in whose zone the day and the time are meant.</param>
/// <param name="Specialty">Only those of this specialty; empty: all of the facility.</param>
public sealed record DigestOrder(Guid FacilityId, string Specialty, DayOfWeek Day, TimeOnly Time)
{
    /// <summary>Only in weeks that find the account's monthly cap nearly used up: one post then tells of what single ones no longer can.</summary>
    public bool OnlyNearCap { get; init; }

    /// <summary>The first of its instants after this one. It follows the wall clock, through both nights when the clock changes.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = zone.LocalDay(now);
        // Today's own time may have passed, and then it comes in a week.
        return Enumerable.Range(0, 15).Select(today.AddDays).Where(day => day.DayOfWeek == Day)
            .Select(day => zone.InstantOf(day, Time)).First(at => at > now);
    }

    /// <summary>"a digest on Mondays at 09:00", perhaps "when the monthly cap is near".</summary>
    public string Words() => $"a digest on {Day}s at {Time.ToString("HH:mm", CultureInfo.InvariantCulture)}{(OnlyNearCap ? " when the monthly cap is near" : "")}";
}
