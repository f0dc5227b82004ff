using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Recruit.Vacancies;

namespace Recruit.JobSite;

/// <summary>
/// The structured facts that search engines read, as https://developers.google.com/search/docs/appearance/structured-data/job-posting asks (read 2026-11-24).
/// Everything in it stands on the page too; the writer escapes what could end the script element.
/// </summary>
public static class JobPosting
{
    public static string ToJson(Vacancy vacancy, string descriptionHtml)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "JobPosting");
            json.WriteString("title", vacancy.Title);
            json.WriteString("description", descriptionHtml);
            json.WriteString("datePosted", VacancyWords.Iso(vacancy.PostedAt));
            if (vacancy.LastSecond is { } end)
                json.WriteString("validThrough", VacancyWords.Iso(end));
            if (vacancy.EmploymentType is { } type)
                json.WriteString("employmentType", Named(type));
            json.WriteNumber("totalJobOpenings", vacancy.Openings);
            // People apply on the hospital's own site, one step further.
            json.WriteBoolean("directApply", false);
            WriteEmployer(json, vacancy);
            WritePlace(json, vacancy);
            WritePay(json, vacancy.Pay);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteEmployer(Utf8JsonWriter json, Vacancy vacancy)
    {
        var facility = vacancy.Facility!;
        json.WriteStartObject("hiringOrganization");
        json.WriteString("@type", "Organization");
        json.WriteString("name", facility.Name);
        if (facility.Website.Length > 0)
            json.WriteString("sameAs", facility.Website);
        json.WriteEndObject();

        json.WriteStartObject("identifier");
        json.WriteString("@type", "PropertyValue");
        json.WriteString("name", facility.Name);
        json.WriteString("value", vacancy.RequisitionId);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Vacancy vacancy)
    {
        if (vacancy.Remote)
        {
            json.WriteString("jobLocationType", "TELECOMMUTE");
            json.WriteStartObject("applicantLocationRequirements");
            json.WriteString("@type", "Country");
            json.WriteString("name", vacancy.PlaceCountry);
            json.WriteEndObject();
            return;
        }

        json.WriteStartObject("jobLocation");
        json.WriteString("@type", "Place");
        json.WriteStartObject("address");
        json.WriteString("@type", "PostalAddress");
        foreach (var (name, value) in new[]
        {
            ("streetAddress", vacancy.Street), ("addressLocality", vacancy.PlaceCity), ("addressRegion", vacancy.PlaceRegion),
            ("postalCode", vacancy.PostalCode), ("addressCountry", vacancy.PlaceCountry),
        })
            if (value.Length > 0)
                json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePay(Utf8JsonWriter json, Pay pay)
    {
        if (!pay.IsKnown)
            return;

        json.WriteStartObject("baseSalary");
        json.WriteString("@type", "MonetaryAmount");
        json.WriteString("currency", pay.Currency);
        json.WriteStartObject("value");
        json.WriteString("@type", "QuantitativeValue");
        json.WriteNumber("minValue", pay.Min!.Value);
        json.WriteNumber("maxValue", pay.Max!.Value);
        json.WriteString("unitText", pay.Unit!.Value.ToString().ToUpperInvariant());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Named(EmploymentType type) => type switch
    {
        EmploymentType.FullTime => "FULL_TIME",
        EmploymentType.PartTime => "PART_TIME",
        EmploymentType.PerDiem => "PER_DIEM",
        EmploymentType.Temporary => "TEMPORARY",
        EmploymentType.Contract => "CONTRACTOR",
        EmploymentType.Internship => "INTERN",
        EmploymentType.Volunteer => "VOLUNTEER",
        _ => throw new UnreachableException(),
    };
}
