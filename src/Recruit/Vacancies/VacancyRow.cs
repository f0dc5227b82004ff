using Recruit.Shell.Parts;

namespace Recruit.Vacancies;

/// <summary>A line of the list: only what it shows is read.</summary>
public sealed record VacancyRow(
    Guid Id, string RequisitionId, string Title, string Specialty, string Department, string Facility, string FacilityShortName, string TimeZone, VacancyState State, DateOnly? ClosesOn, DateTimeOffset ChangedAt)
{
    private const int SoonInDays = 7;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public Tone Tone => State switch
    {
        VacancyState.Open => Tone.Good,
        VacancyState.Paused => Tone.Careful,
        _ => Tone.Quiet,
    };

    /// <summary>What a person should know about the closing date; null when there is nothing.</summary>
    /// <param name="today">The day at the place of work.</param>
    public string? ClosingWarning(DateOnly today)
    {
        if (ClosesOn is not { } closes || State.IsClosed())
            return null;

        var days = closes.DayNumber - today.DayNumber;
        return days switch
        {
            < 0 => "has passed",
            0 => "closes today",
            1 => "closes tomorrow",
            <= SoonInDays => $"closes in {days} days",
            _ => null,
        };
    }
}
