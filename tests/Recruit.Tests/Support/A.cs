using Recruit.Facilities;
using Recruit.Vacancies;

namespace Recruit.Tests.Support;

/// <summary>Things that are valid by default: a test overrides what it is about.</summary>
public static partial class A
{
    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    public static DateOnly Today { get; } = new(2026, 3, 2);

    private static int _count;

    public static Facility Facility(string name = "Lakeside Hospital", Action<Facility>? with = null)
    {
        var facility = new Facility
        {
            Name = name,
            ShortName = "Lakeside",
            Street = "12 Harbor Road",
            City = "Duluth",
            Region = "MN",
            PostalCode = "55802",
            TimeZone = "America/Chicago",
            Phone = "218-555-0100",
            Email = "jobs@example.org",
            Website = "https://www.example.org",
            EeoText = "We consider every qualified applicant without regard to protected status, disability or veteran status.",
            AccommodationText = "Tell us if you need an accommodation to apply.",
            AccommodationContact = "access@example.org, 218-555-0101",
        };
        with?.Invoke(facility);
        return facility;
    }

    /// <summary>A draft that may be opened as it is.</summary>
    public static Vacancy Vacancy(Facility? facility = null, Action<Vacancy>? with = null, VacancyState state = VacancyState.Draft)
    {
        facility ??= Facility();
        var number = Interlocked.Increment(ref _count);
        var vacancy = new Vacancy
        {
            RequisitionId = $"REQ-{number}",
            Title = "Registered Nurse, ICU",
            Slug = $"registered-nurse-icu-duluth-mn-req-{number}",
            OccupationCode = "29-1141.03",
            Specialty = "Critical care",
            Department = "Medical ICU",
            Facility = facility,
            FacilityId = facility.Id,
            EmploymentType = EmploymentType.FullTime,
            Shift = "Nights, 7p–7a",
            HoursPerWeek = 36,
            Pay = new Pay(38.50m, 52, PayUnit.Hour),
            Credentials = [new("Current Minnesota RN license"), new("BLS"), new("ACLS", 180)],
            Description = "Care for two patients a night in a 16-bed unit.",
            Highlight = "Two patients to a nurse, kept.",
            ApplyUrl = "https://careers.example.org/apply/1",
            ContactName = "Dana Reyes",
            ContactEmail = "dana.reyes@example.org",
            OpensOn = Today.AddDays(-3),
            ClosesOn = Today.AddDays(28),
            CreatedAt = Now.AddDays(-3),
            ChangedAt = Now.AddDays(-3),
        };
        with?.Invoke(vacancy);
        Bring(vacancy, state);
        return vacancy;
    }

    private static void Bring(Vacancy vacancy, VacancyState state)
    {
        if (state != VacancyState.Draft)
            vacancy.Open(Now.AddDays(-2));
        if (state == VacancyState.Paused)
            vacancy.Pause(Now.AddDays(-1));
        if (state.IsClosed())
            vacancy.Close(state, "", Now.AddDays(-1));
    }
}
