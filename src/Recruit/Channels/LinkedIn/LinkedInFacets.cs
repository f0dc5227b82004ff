using System.Text.RegularExpressions;

namespace Recruit.Channels.LinkedIn;

/// <summary>From our occupations and titles to LinkedIn's closed lists. Only what job targeting may use stands here: no age, gender, group or exclusion.</summary>
public static partial class LinkedInFacets
{
    public const string JobFunctions = "jobFunctions";
    public const string Seniorities = "seniorities";
    public const string Places = "geoLocations";
    public const string Industries = "industries";
    public const string FieldsOfStudy = "fieldsOfStudy";

    /// <summary>https://learn.microsoft.com/linkedin/shared/references/v2/standardized-data/locations/geo-typeahead (read 2026-10).</summary>
    public static TargetingValue UnitedStates { get; } = new("urn:li:geo:103644278", "United States");

    // https://learn.microsoft.com/linkedin/shared/references/reference-tables/job-functions (read 2026-08-22).
    private static readonly Dictionary<int, string> Functions = new()
    {
        [1] = "Accounting",
        [2] = "Administrative",
        [5] = "Community and Social Services",
        [7] = "Education",
        [8] = "Engineering",
        [10] = "Finance",
        [11] = "Healthcare Services",
        [12] = "Human Resources",
        [13] = "Information Technology",
        [14] = "Legal",
        [15] = "Marketing",
        [16] = "Media and Communication",
        [17] = "Military and Protective Services",
        [18] = "Operations",
        [24] = "Research",
        [25] = "Sales",
    };

    // https://learn.microsoft.com/linkedin/shared/references/reference-tables/seniority-codes (read 2026-08-22).
    private static readonly Dictionary<int, string> Levels = new()
    {
        [2] = "Training",
        [3] = "Entry",
        [4] = "Senior",
        [5] = "Manager",
        [6] = "Director",
        [7] = "VP",
        [8] = "CXO",
    };

    // Groups of https://www.bls.gov/soc/2018/major_groups.htm; the longest beginning wins.
    private static readonly (string SocStart, int[] Functions)[] ByOccupation =
    [
        ("11-2", [15]),
        ("11-3021", [13]),
        ("11-3031", [10]),
        ("11-3121", [12]),
        ("11-9111", [11]),
        ("11-9151", [5, 11]),
        ("11-", [18]),
        ("13-1071", [12]),
        ("13-1", [18]),
        ("13-2", [1, 10]),
        ("15-", [13]),
        ("17-", [8]),
        ("19-", [24]),
        ("21-1022", [5, 11]),
        ("21-", [5]),
        ("23-", [14]),
        ("25-", [7]),
        ("27-3", [16]),
        ("29-", [11]),
        ("31-", [11]),
        ("33-", [17]),
        ("35-", [18]),
        ("37-", [18]),
        ("41-", [25]),
        ("43-6013", [2, 11]),
        ("43-", [2]),
        ("49-", [18]),
        ("51-", [18]),
        ("53-", [18]),
    ];

    /// <summary>
    /// The facets of a profile. Numbers of fields of study stand in no list that we could read, so they are entered:
    /// https://learn.microsoft.com/linkedin/shared/references/reference-tables/fields-of-study (read 2026-10).
    /// </summary>
    public static IReadOnlyList<FacetList> OfProfiles { get; } =
    [
        new(JobFunctions, "Job functions", "job functions and seniorities are left open", "urn:li:function:", true, [.. Functions.Select(one => Function(one.Key))]),
        new(Seniorities, "Seniorities", "the level that the title speaks of", "urn:li:seniority:", true, [.. Levels.Select(one => Level(one.Key))]),
        new(Industries, "Industries", "people of every industry", "urn:li:industry:", false, [new("urn:li:industry:14", "Hospitals and Health Care")]),
        new(FieldsOfStudy, "Fields of study", "people of every education", "urn:li:fieldOfStudy:", false, []),
    ];

    /// <summary>The substance of what https://learn.microsoft.com/linkedin/marketing/integrations/ads/advertising-targeting/ads-targeting (read 2026-10) asks every program to show.</summary>
    public static TargetingNotice Notice { get; } = new(
        "2026-10",
        "LinkedIn's targeting may not be used to discriminate against people by personal characteristics such as gender, age, or actual or perceived race or ethnicity. "
        + "Choose only what the work itself asks for.",
        new Uri("https://www.linkedin.com/help/linkedin/answer/86856"));

    public static IReadOnlyList<TargetingValue> FunctionsOf(string occupationCode)
        => [.. ByOccupation
            .Where(row => occupationCode.StartsWith(row.SocStart, StringComparison.Ordinal))
            .OrderByDescending(row => row.SocStart.Length)
            .Take(1)
            .SelectMany(row => row.Functions)
            .Select(Function)];

    /// <summary>The level that the title speaks of; who does clinical work calls themselves entry or senior.</summary>
    public static IReadOnlyList<TargetingValue> SenioritiesOf(string title)
    {
        int[] ids = ChiefWords().IsMatch(title) ? [8]
            : VicePresidentWords().IsMatch(title) ? [7]
            : DirectorWords().IsMatch(title) ? [6]
            // A case or care manager leads no team.
            : ManagerWords().IsMatch(title) && !CaseManagerWords().IsMatch(title) ? [5]
            : SeniorWords().IsMatch(title) ? [4]
            : TrainingWords().IsMatch(title) ? [2, 3]
            : [3, 4];
        return [.. ids.Select(Level)];
    }

    private static TargetingValue Function(int id) => new($"urn:li:function:{id}", Functions[id]);

    private static TargetingValue Level(int id) => new($"urn:li:seniority:{id}", Levels[id]);

    [GeneratedRegex(@"\b(chief|c[enmfio]o)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ChiefWords();

    [GeneratedRegex(@"\b(vice president|vp|svp|avp)\b", RegexOptions.IgnoreCase)]
    private static partial Regex VicePresidentWords();

    [GeneratedRegex(@"\bdirector\b", RegexOptions.IgnoreCase)]
    private static partial Regex DirectorWords();

    [GeneratedRegex(@"\b(manager|supervisor)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ManagerWords();

    [GeneratedRegex(@"\b(case|care) manager\b", RegexOptions.IgnoreCase)]
    private static partial Regex CaseManagerWords();

    [GeneratedRegex(@"\b(senior|sr|lead|principal)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SeniorWords();

    [GeneratedRegex(@"\b(intern|trainee|apprentice|residency|extern)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TrainingWords();
}
