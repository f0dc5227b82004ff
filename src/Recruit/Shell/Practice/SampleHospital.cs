using System.Text.Json;
using System.Text.Json.Serialization;
using Recruit.Facilities;
using Recruit.Vacancies;

namespace Recruit.Shell.Practice;

/// <summary>An invented hospital to practice with. Its dates count from the day it is loaded, so that it is never stale.</summary>
/// <param name="Vacancies">Drafts that may be opened as they are.</param>
public sealed record SampleHospital(IReadOnlyList<Facility> Facilities, IReadOnlyList<Vacancy> Vacancies)
{
    private const string Resource = "Recruit.Shell.Practice.SampleHospital.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static SampleHospital For(DateOnly today, DateTimeOffset now)
    {
        using var stream = typeof(SampleHospital).Assembly.GetManifestResourceStream(Resource)!;
        var file = JsonSerializer.Deserialize<SampleFile>(stream, Json)!;
        var facilities = file.Facilities.ToDictionary(facility => facility.Key, ToFacility);
        return new SampleHospital([.. facilities.Values], [.. file.Vacancies.Select(vacancy => ToVacancy(vacancy, facilities[vacancy.Facility], today, now))]);
    }

    private static Facility ToFacility(SampleFacility sample) => new()
    {
        Name = sample.Name,
        ShortName = sample.ShortName,
        Street = sample.Street,
        City = sample.City,
        Region = sample.Region,
        PostalCode = sample.PostalCode,
        Country = sample.Country,
        TimeZone = sample.TimeZone,
        Phone = sample.Phone,
        Email = sample.Email,
        Website = sample.Website,
        Color = sample.Color,
        EeoText = sample.EeoText,
        AccommodationText = sample.AccommodationText,
        AccommodationContact = sample.AccommodationContact,
    };

    private static Vacancy ToVacancy(SampleVacancy sample, Facility facility, DateOnly today, DateTimeOffset now) => new()
    {
        RequisitionId = sample.RequisitionId,
        Title = sample.Title,
        Slug = VacancySlug.Make(sample.Title, $"{facility.City} {facility.Region}", sample.RequisitionId, _ => false),
        OccupationCode = sample.OccupationCode,
        Specialty = sample.Specialty,
        Department = sample.Department,
        FacilityId = facility.Id,
        Facility = facility,
        Remote = sample.Remote,
        EmploymentType = sample.EmploymentType,
        Shift = sample.Shift,
        HoursPerWeek = sample.HoursPerWeek,
        Fte = sample.Fte,
        Pay = new Pay(sample.PayMin, sample.PayMax, sample.PayUnit),
        SignOnBonus = sample.SignOnBonus,
        Credentials = sample.Credentials,
        Description = string.Join('\n', sample.Description),
        Highlight = sample.Highlight,
        ApplyUrl = sample.ApplyUrl,
        ContactName = sample.ContactName,
        ContactEmail = sample.ContactEmail,
        ContactPhone = sample.ContactPhone,
        Openings = sample.Openings,
        OpensOn = today.AddDays(sample.OpensInDays),
        ClosesOn = today.AddDays(sample.ClosesInDays),
        CreatedAt = now,
        ChangedAt = now,
    };

    private sealed record SampleFile(IReadOnlyList<SampleFacility> Facilities, IReadOnlyList<SampleVacancy> Vacancies);

    private sealed record SampleFacility(
        string Key, string Name, string ShortName, string Street, string City, string Region, string PostalCode, string Country, string TimeZone,
        string Phone, string Email, string Website, string Color, string EeoText, string AccommodationText, string AccommodationContact);

    private sealed record SampleVacancy(
        string RequisitionId, string Facility, string Title, string OccupationCode, string Specialty, string Department, EmploymentType EmploymentType, string Shift,
        decimal PayMin, decimal PayMax, PayUnit PayUnit, IReadOnlyList<Credential> Credentials, int OpensInDays, int ClosesInDays, string Highlight,
        IReadOnlyList<string> Description, int Openings, string ContactName, string ContactEmail, string ContactPhone, string ApplyUrl,
        decimal? HoursPerWeek = null, decimal? Fte = null, decimal? SignOnBonus = null, bool Remote = false);
}
