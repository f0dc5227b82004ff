using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <summary>A vacancy as programs write it. What is left out is empty, so a change sends all facts.</summary>
/// <param name="Facility">The id or the name of the facility that hires.</param>
/// <param name="OccupationCode">SOC or O*NET code, "29-1141.03".</param>
/// <param name="TimeZone">IANA name; empty means the facility's.</param>
/// <param name="Fte">Full-time equivalent, above 0 and at most 1.</param>
/// <param name="Description">Markdown.</param>
public sealed record VacancyRequest(
    string? RequisitionId, string? Title, string? Facility, string? OccupationCode, string? Specialty, string? Department,
    bool? Remote, string? City, string? Region, string? Country, string? TimeZone,
    EmploymentType? EmploymentType, string? Shift, decimal? HoursPerWeek, decimal? Fte, PayRange? Pay, decimal? SignOnBonus, IReadOnlyList<Credential>? Credentials,
    string? Description, string? Highlight, string? ApplyUrl, string? ContactName, string? ContactEmail, string? ContactPhone,
    int? Openings, DateOnly? OpensOn, DateOnly? ClosesOn)
{
    /// <param name="stored">The row that it changes; null for a new one.</param>
    public Vacancy ToVacancy(Guid facilityId, Vacancy? stored = null)
    {
        var vacancy = new Vacancy
        {
            Id = stored?.Id ?? Guid.CreateVersion7(),
            Version = stored?.Version ?? Guid.Empty,
            RequisitionId = RequisitionId ?? "",
            Title = Title ?? "",
            FacilityId = facilityId,
            OccupationCode = OccupationCode?.Trim() ?? "",
            Specialty = Specialty ?? "",
            Department = Department ?? "",
            Remote = Remote ?? false,
            City = City ?? "",
            Region = Region ?? "",
            Country = Country ?? "",
            TimeZone = TimeZone?.Trim() ?? "",
            EmploymentType = EmploymentType,
            Shift = Shift ?? "",
            HoursPerWeek = HoursPerWeek,
            Fte = Fte,
            Pay = Pay?.ToPay() ?? Vacancies.Pay.Unknown,
            SignOnBonus = SignOnBonus,
            Credentials = Credentials ?? [],
            Description = Description ?? "",
            Highlight = Highlight ?? "",
            ApplyUrl = ApplyUrl ?? "",
            ContactName = ContactName ?? "",
            ContactEmail = ContactEmail ?? "",
            ContactPhone = ContactPhone ?? "",
            Openings = Openings ?? 1,
            OpensOn = OpensOn,
            ClosesOn = ClosesOn,
        };
        vacancy.Tidy();
        return vacancy;
    }
}

/// <param name="Currency">ISO 4217; USD when left out.</param>
public sealed record PayRange(decimal? Min, decimal? Max, PayUnit? Unit, string? Currency = "USD")
{
    public Pay ToPay() => new(Min, Max, Unit, Currency ?? "USD");
}

/// <param name="Version">Changes with every change. Send it back as If-Match to be told when somebody else was faster.</param>
/// <param name="PublicUrl">The page that posts link to.</param>
public sealed record VacancyAnswer(
    Guid Id, Guid Version, VacancyState State, string RequisitionId, string Title, Guid FacilityId, string Facility, string OccupationCode, string Specialty, string Department,
    bool Remote, string City, string Region, string Country, string TimeZone,
    EmploymentType? EmploymentType, string Shift, decimal? HoursPerWeek, decimal? Fte, PayRange Pay, decimal? SignOnBonus, IReadOnlyList<Credential> Credentials,
    string Description, string Highlight, string ApplyUrl, string ContactName, string ContactEmail, string ContactPhone,
    int Openings, DateOnly? OpensOn, DateOnly? ClosesOn,
    string ClosedBecause, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, DateTimeOffset? OpenedAt, DateTimeOffset? ClosedAt, string PublicUrl)
{
    /// <param name="vacancy">With its facility.</param>
    public static VacancyAnswer Of(Vacancy vacancy, string publicUrl) => new(
        vacancy.Id, vacancy.Version, vacancy.State, vacancy.RequisitionId, vacancy.Title, vacancy.FacilityId, vacancy.Facility!.Name, vacancy.OccupationCode, vacancy.Specialty, vacancy.Department,
        vacancy.Remote, vacancy.City, vacancy.Region, vacancy.Country, vacancy.TimeZone,
        vacancy.EmploymentType, vacancy.Shift, vacancy.HoursPerWeek, vacancy.Fte, new PayRange(vacancy.Pay.Min, vacancy.Pay.Max, vacancy.Pay.Unit, vacancy.Pay.Currency), vacancy.SignOnBonus, vacancy.Credentials,
        vacancy.Description, vacancy.Highlight, vacancy.ApplyUrl, vacancy.ContactName, vacancy.ContactEmail, vacancy.ContactPhone,
        vacancy.Openings, vacancy.OpensOn, vacancy.ClosesOn,
        vacancy.ClosedBecause, vacancy.CreatedAt, vacancy.ChangedAt, vacancy.OpenedAt, vacancy.ClosedAt, publicUrl);
}

/// <summary>How a vacancy ends when people end it; the third end, expiry, is the clock's.</summary>
public enum ClosingEnd
{
    Filled,
    Withdrawn,
}

/// <param name="Because">For the record, in your words; may be left out.</param>
public sealed record CloseRequest(ClosingEnd? As, string? Because);

/// <param name="Page">From 1.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Total, int Page, int Size);
