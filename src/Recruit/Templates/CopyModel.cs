using Recruit.Facilities;
using Recruit.Vacancies;
using Scriban.Runtime;

namespace Recruit.Templates;

/// <summary>
/// Everything that a template may use, as read-only values. Never entities: a template can read every public
/// property of an object that it is given, and write the settable ones.
/// </summary>
public sealed class CopyModel
{
    /// <summary>The names a template can start from; templates/README.md lists them with their members.</summary>
    public static readonly IReadOnlySet<string> Roots = new HashSet<string>
    {
        "vacancy", "facility", "link", "planned_on", "hashtags", "vacancies", "count", "specialty",
    };

    private readonly Dictionary<string, object?> _values;

    private CopyModel(Dictionary<string, object?> values) => _values = values;

    public string Link => (string)_values["link"]!;

    /// <param name="now">The planned instant, not the instant of rendering.</param>
    public static CopyModel Of(Vacancy vacancy, Facility facility, string link, DateTimeOffset now)
    {
        var today = CopyFacts.Today(vacancy, facility, now);
        return new CopyModel(new Dictionary<string, object?>
        {
            ["vacancy"] = CopyFacts.Of(vacancy, facility, today),
            ["facility"] = CopyFacts.Of(facility),
            ["link"] = link,
            ["planned_on"] = FactText.Day(today, today),
            ["hashtags"] = CopyFacts.Fixed(Hashtags.For(vacancy.Specialty, CopyOccupation.Of(vacancy.OccupationCode), vacancy.Remote)),
        });
    }

    /// <param name="specialty">What the openings have in common; empty when it is only the facility.</param>
    public static CopyModel OfDigest(IReadOnlyList<Vacancy> vacancies, Facility facility, string specialty, string link, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, facility.Zone).DateTime);
        var occupations = vacancies.Select(vacancy => CopyOccupation.Of(vacancy.OccupationCode)).Distinct().ToList();
        return new CopyModel(new Dictionary<string, object?>
        {
            ["vacancies"] = CopyFacts.Fixed(vacancies.Select(vacancy => CopyFacts.Of(vacancy, facility, today))),
            ["count"] = vacancies.Count,
            ["specialty"] = FactText.Clean(FactText.InSentence(specialty)),
            ["facility"] = CopyFacts.Of(facility),
            ["link"] = link,
            ["planned_on"] = FactText.Day(today, today),
            ["hashtags"] = CopyFacts.Fixed(Hashtags.For(specialty, occupations.Count == 1 ? occupations[0] : null, vacancies.All(vacancy => vacancy.Remote))),
        });
    }

    /// <summary>Every name in full: "vacancy.title", "vacancies.title", "link".</summary>
    public IEnumerable<string> Names => _values.SelectMany(pair => pair.Value switch
    {
        ScriptObject facts => facts.Keys.Select(member => $"{pair.Key}.{member}"),
        IReadOnlyList<object> { Count: > 0 } rows when rows[0] is ScriptObject first => first.Keys.Select(member => $"{pair.Key}.{member}"),
        _ => [pair.Key],
    });

    /// <summary>Read-only by name too, so that a template cannot put its own words in the place of a fact.</summary>
    public void PutInto(ScriptObject globals)
    {
        foreach (var (name, value) in _values)
            globals.SetValue(name, value, readOnly: true);
    }
}
