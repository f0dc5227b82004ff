using System.Globalization;

namespace Recruit.Sandbox.LinkedIn;

/// <summary>
/// A closed list of LinkedIn's standardized data. https://learn.microsoft.com/linkedin/shared/references/v2/standardized-data, read 2026-10;
/// the names of functions and seniorities as two independent public lists agree on them.
/// </summary>
public sealed record Taxonomy(string UrnType, IReadOnlyDictionary<int, string> Names)
{
    public static readonly Taxonomy Functions = Numbered(
        "function",
        "Accounting",
        "Administrative",
        "Arts and Design",
        "Business Development",
        "Community and Social Services",
        "Consulting",
        "Education",
        "Engineering",
        "Entrepreneurship",
        "Finance",
        "Healthcare Services",
        "Human Resources",
        "Information Technology",
        "Legal",
        "Marketing",
        "Media and Communication",
        "Military and Protective Services",
        "Operations",
        "Product Management",
        "Program and Project Management",
        "Purchasing",
        "Quality Assurance",
        "Real Estate",
        "Research",
        "Sales",
        "Support");

    public static readonly Taxonomy Seniorities = Numbered(
        "seniority", "Unpaid", "Training", "Entry", "Senior", "Manager", "Director", "VP", "CXO", "Partner", "Owner");

    public static readonly Taxonomy Industries = new("industry", new Dictionary<int, string>
    {
        [14] = "Hospitals and Health Care",
        [124] = "Wellness and Fitness Services",
        [2081] = "Hospitals",
    });

    public string Urn(int id) => $"urn:li:{UrnType}:{id}";

    public bool Knows(string id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Names.ContainsKey(number);

    public string NameOf(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Names.TryGetValue(number, out var name) ? name : $"{UrnType} {id}";

    public IResult All() => Answers.Of(200, new { elements = Names.Select(Entry), paging = new { start = 0, count = Names.Count, links = Array.Empty<object>() } });

    public IResult One(string id) =>
        Knows(id) ? Answers.Of(200, Entry(Names.First(name => name.Key.ToString(CultureInfo.InvariantCulture) == id))) : LinkedInErrors.NotFound(UrnType);

    private Dictionary<string, object> Entry(KeyValuePair<int, string> name) => new()
    {
        ["id"] = name.Key,
        ["$URN"] = Urn(name.Key),
        ["name"] = new { localized = new { en_US = name.Value } },
    };

    private static Taxonomy Numbered(string urnType, params string[] names) => new(urnType, names.Index().ToDictionary(name => name.Index + 1, name => name.Item));
}
