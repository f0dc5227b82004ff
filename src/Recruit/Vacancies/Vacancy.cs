using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Vacancies;

/// <summary>One opening. A draft may lack facts; opening demands them, see <see cref="VacancyRules"/>.</summary>
public sealed class Vacancy : IVersioned, IFacilityOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid Version { get; set; }

    public string RequisitionId { get; set; } = "";
    public string Title { get; set; } = "";
    /// <summary>Address of the public page, set once when the vacancy is created and never changed: posts link to it.</summary>
    public string Slug { get; set; } = "";
    /// <summary>SOC or O*NET code, "29-1141.03".</summary>
    public string OccupationCode { get; set; } = "";
    public string Specialty { get; set; } = "";
    public string Department { get; set; } = "";

    public Guid FacilityId { get; set; }
    public Facility? Facility { get; set; }
    public bool Remote { get; set; }

    /// <summary>Place of work; empty parts fall back to the facility's.</summary>
    public string City { get; set; } = "";
    /// <summary>Two-letter state code in the United States, otherwise the region's name.</summary>
    public string Region { get; set; } = "";
    public string Country { get; set; } = "";
    public string TimeZone { get; set; } = "";

    public EmploymentType? EmploymentType { get; set; }
    /// <summary>"Nights, 7p–7a", "Rotating", "Monday to Friday".</summary>
    public string Shift { get; set; } = "";
    public decimal? HoursPerWeek { get; set; }
    /// <summary>Full-time equivalent, above 0 and at most 1.</summary>
    public decimal? Fte { get; set; }
    public Pay Pay { get; set; } = Pay.Unknown;
    public decimal? SignOnBonus { get; set; }
    public IReadOnlyList<Credential> Credentials { get; set; } = [];

    /// <summary>Markdown.</summary>
    public string Description { get; set; } = "";
    /// <summary>One reason to care, in a sentence; goes into the copy.</summary>
    public string Highlight { get; set; } = "";
    public string ApplyUrl { get; set; } = "";
    public string ContactName { get; set; } = "";
    public string ContactEmail { get; set; } = "";
    public string ContactPhone { get; set; } = "";
    public int Openings { get; set; } = 1;

    /// <summary>First and last day for applicants, in the zone of the place of work.</summary>
    public DateOnly? OpensOn { get; set; }
    public DateOnly? ClosesOn { get; set; }

    public VacancyState State { get; private set; }
    /// <summary>Why it was closed, in the closer's words; may be empty.</summary>
    public string ClosedBecause { get; private set; } = "";
    /// <summary>Fingerprints of the imported cells that it was last filled from; empty when it was never imported.</summary>
    public string ImportedRow { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }
    public Guid? CreatedBy { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
    public DateTimeOffset? OpenedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public string PlaceCity => City.Length > 0 ? City : Facility?.City ?? "";
    public string PlaceRegion => Region.Length > 0 ? Region : Facility?.Region ?? "";
    public string PlaceCountry => Country.Length > 0 ? Country : Facility?.Country ?? "US";
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone.Length > 0 ? TimeZone : Facility?.TimeZone ?? "UTC");

    /// <summary>First instant after the closing day; null while there is no closing day.</summary>
    // Systems without an empty date write the last one that there is.
    public DateTimeOffset? ClosesAt => ClosesOn is { Year: < 9999 } day ? Zone.InstantOf(day.AddDays(1), TimeOnly.MinValue) : null;

    public bool IsClosed => State.IsClosed();

    /// <summary>The words that the list is searched by, in lower case: the databases differ in how they fold letters, .NET does not.</summary>
    public string SearchText
    {
        get => string.Join(' ', RequisitionId, Title, Specialty, Department, City, Region, Shift).ToLowerInvariant();
        private set { }
    }

    /// <summary>The day at the place of work. While its zone is being mistyped, the day of the facility counts.</summary>
    public DateOnly Today(DateTimeOffset now)
        => (TimeZone.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) ? Zone : Facility?.Zone ?? TimeZoneInfo.Utc).LocalDay(now);

    /// <summary>Takes off the blanks that typing and pasting leave at the ends.</summary>
    public void Tidy()
    {
        (RequisitionId, Title, Specialty, Department) = (RequisitionId.Trim(), Title.Trim(), Specialty.Trim(), Department.Trim());
        (City, Region, Country, Shift) = (City.Trim(), Region.Trim(), Country.Trim(), Shift.Trim());
        (Description, Highlight, ApplyUrl) = (Description.Trim(), Highlight.Trim(), ApplyUrl.Trim());
        (ContactName, ContactEmail, ContactPhone) = (ContactName.Trim(), ContactEmail.Trim(), ContactPhone.Trim());
    }

    /// <exception cref="InvalidOperationException">It is neither a draft nor paused. Check <see cref="VacancyRules"/> first for what is missing.</exception>
    public void Open(DateTimeOffset now)
    {
        Demand(State is VacancyState.Draft or VacancyState.Paused, "opened");
        State = VacancyState.Open;
        OpenedAt ??= now;
        ChangedAt = now;
    }

    public void Pause(DateTimeOffset now)
    {
        Demand(State is VacancyState.Open, "paused");
        State = VacancyState.Paused;
        ChangedAt = now;
    }

    /// <summary>Called by CloseVacancy only, which settles the deliveries in the same transaction.</summary>
    public void Close(VacancyState end, string because, DateTimeOffset now)
    {
        Demand(end.IsClosed() && !IsClosed && State != VacancyState.Draft, "closed");
        State = end;
        ClosedBecause = because;
        ClosedAt = ChangedAt = now;
    }

    private void Demand(bool legal, string act)
    {
        if (!legal)
            throw new InvalidOperationException($"A vacancy that is {State} cannot be {act}.");
    }
}
