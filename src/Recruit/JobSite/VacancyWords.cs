using System.Globalization;
using Recruit.Facilities;
using Recruit.Shell.Parts;
using Recruit.Vacancies;

namespace Recruit.JobSite;

/// <summary>A vacancy's facts as the public site words them.</summary>
public static class VacancyWords
{
    public const string DefaultColor = ColorContrast.Default;

    public static string Place(string city, string region) => string.Join(", ", new[] { city, region }.Where(part => part.Length > 0));

    extension(Vacancy vacancy)
    {
        public string Place => vacancy.Remote ? JobSiteText.RemotePlace : VacancyWords.Place(vacancy.PlaceCity, vacancy.PlaceRegion);

        /// <summary>The whole address; of the facility's street only when the work is in the facility's town.</summary>
        public string Address => vacancy.Remote
            ? Format(JobSiteText.RemoteIn, vacancy.PlaceCountry)
            : string.Join(", ", new[] { vacancy.Street, vacancy.PlaceCity, $"{vacancy.PlaceRegion} {vacancy.PostalCode}".Trim(), vacancy.PlaceCountry }.Where(part => part.Length > 0));

        public string Street => vacancy.IsAtFacility ? vacancy.Facility!.Street : "";

        public string PostalCode => vacancy.IsAtFacility ? vacancy.Facility!.PostalCode : "";

        private bool IsAtFacility => !vacancy.Remote && vacancy.Facility is { } facility && vacancy.PlaceCity == facility.City && vacancy.PlaceRegion == facility.Region;

        /// <summary>"Full time, 36 hours a week, 0.9 FTE".</summary>
        public string Work => string.Join(", ", new[]
        {
            vacancy.EmploymentType?.Words() ?? "",
            vacancy.HoursPerWeek is { } hours ? Format(JobSiteText.HoursAWeek, hours.ToString("0.##", CultureInfo.InvariantCulture)) : "",
            vacancy.Fte is { } fte ? Format(JobSiteText.Fte, fte.ToString("0.###", CultureInfo.InvariantCulture)) : "",
        }.Where(part => part.Length > 0));

        public string Bonus => vacancy.SignOnBonus is > 0 and var bonus ? new Pay(bonus, bonus, PayUnit.Year, vacancy.Pay.Currency).ToString().Split(' ')[0] : "";

        /// <summary>The day a vacancy first stood on the site, in the zone of the place of work.</summary>
        public DateTimeOffset PostedAt => TimeZoneInfo.ConvertTime(vacancy.OpenedAt ?? vacancy.CreatedAt, vacancy.Zone);

        /// <summary>The last second of the closing day, with the offset that the place then has.</summary>
        public DateTimeOffset? LastSecond => vacancy.ClosesAt is { } end ? TimeZoneInfo.ConvertTime(end.AddSeconds(-1), vacancy.Zone) : null;

        public string Color => vacancy.Facility is { } facility ? ReadableColor(facility) : DefaultColor;

        /// <summary>In one sentence, for search results and link cards.</summary>
        public string Summary => string.Join(" ", new[]
        {
            Format(JobSiteText.ItemDescription, vacancy.Title, vacancy.Facility?.Name ?? "", vacancy.Place),
            Sentence(vacancy.Shift), Sentence(vacancy.Pay.ToString()), Sentence(vacancy.Highlight),
        }.Where(part => part.Length > 0));
    }

    public static string ReadableColor(Facility facility) => ColorContrast.ReadableOrDefault(facility.Color);

    public static string Day(DateTimeOffset local) => local.ToString("MMMM d, yyyy", CultureInfo.GetCultureInfo("en-US"));

    /// <summary>"December 1, 2026 (CST)": a day alone does not say where it ends.</summary>
    public static string DayThere(DateTimeOffset local, TimeZoneInfo zone) => $"{Day(local)} ({ZoneTime.ShortName(zone, local)})";

    public static string Iso(DateTimeOffset local) => local.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Due(Credential credential)
        => credential.WithinDays is { } days ? Format(JobSiteText.WithinDays, days) : JobSiteText.AtHire;

    public static string Count(int count) => count switch
    {
        0 => JobSiteText.NoJobs,
        1 => JobSiteText.OneJob,
        _ => Format(JobSiteText.ManyJobs, count.ToString("N0", CultureInfo.InvariantCulture)),
    };

    /// <summary>"Northvale Medical Center and Lakeside Hospital".</summary>
    public static string Employer(IReadOnlyList<Facility> facilities) => facilities.Count switch
    {
        0 => JobSiteText.OurHospitals,
        1 => facilities[0].Name,
        2 => Format(JobSiteText.OneAndOther, facilities[0].Name, facilities[1].Name),
        _ => Format(JobSiteText.OneAndMore, facilities[0].Name, facilities.Count - 1),
    };

    public static string Format(string words, params object[] values) => string.Format(CultureInfo.GetCultureInfo("en-US"), words, values);

    private static string Sentence(string words) => words.Length == 0 || words[^1] is '.' or '!' or '?' ? words : words + ".";
}
