using System.Globalization;
using Recruit.Facilities;
using Recruit.Vacancies;
using Scriban.Runtime;

namespace Recruit.Templates;

/// <summary>Turns a vacancy and its facility into words. A fact that is missing is null, so that <c>if</c> finds it missing.</summary>
public static class CopyFacts
{
    public static ScriptObject Of(Vacancy vacancy, Facility facility, DateOnly today)
    {
        var city = FactText.Clean(vacancy.City) ?? FactText.Clean(facility.City);
        var state = FactText.Clean(vacancy.Region) ?? FactText.Clean(facility.Region);
        return Fixed(new Dictionary<string, object?>
        {
            ["title"] = FactText.Clean(vacancy.Title),
            ["requisition_id"] = FactText.Clean(vacancy.RequisitionId),
            ["occupation"] = CopyOccupation.Of(vacancy.OccupationCode)?.Name,
            ["specialty"] = FactText.Clean(vacancy.Specialty),
            ["department"] = FactText.Clean(vacancy.Department),
            ["city"] = city,
            ["state"] = state,
            ["place"] = vacancy.Remote ? "Remote" : FactText.Clean(string.Join(", ", new[] { city, state }.OfType<string>())),
            ["remote"] = vacancy.Remote,
            ["employment_type"] = vacancy.EmploymentType?.Words(),
            ["shift"] = FactText.Clean(vacancy.Shift),
            ["hours"] = vacancy.HoursPerWeek is { } hours ? $"{Number(hours)} hours a week" : null,
            ["fte"] = vacancy.Fte is { } fte ? $"{Number(fte)} FTE" : null,
            ["pay"] = FactText.Clean(vacancy.Pay.ToString()),
            ["sign_on_bonus"] = vacancy.SignOnBonus is > 0 and var bonus ? Money(bonus, vacancy.Pay.Currency) : null,
            ["credentials"] = vacancy.Credentials.Count > 0
                ? Fixed(vacancy.Credentials.Select(credential => FactText.Clean(credential.Name)).OfType<string>())
                : null,
            ["highlight"] = FactText.Clean(vacancy.Highlight),
            ["openings"] = vacancy.Openings,
            ["opens_on"] = FactText.Day(vacancy.OpensOn, today),
            ["closes_on"] = FactText.Day(vacancy.ClosesOn, today),
        });
    }

    public static ScriptObject Of(Facility facility) => Fixed(new Dictionary<string, object?>
    {
        ["name"] = FactText.Clean(facility.Name),
        ["short_name"] = FactText.Clean(facility.ShortName) ?? FactText.Clean(facility.Name),
        ["city"] = FactText.Clean(facility.City),
        ["state"] = FactText.Clean(facility.Region),
    });

    /// <summary>The planned day where the work is, which decides whether a date needs its year.</summary>
    public static DateOnly Today(Vacancy vacancy, Facility facility, DateTimeOffset now)
        => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, vacancy.TimeZone.Length > 0 ? vacancy.Zone : facility.Zone).DateTime);

    // Not the library's own array, whose items can be set even while it is read-only.
    public static IReadOnlyList<object> Fixed(IEnumerable<object> values) => Array.AsReadOnly([.. values]);

    private static ScriptObject Fixed(Dictionary<string, object?> facts)
    {
        var values = new ScriptObject(facts.Count);
        foreach (var (name, value) in facts)
            values.SetValue(name, value, readOnly: true);
        values.IsReadOnly = true;
        return values;
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Money(decimal amount, string currency)
    {
        var digits = amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", CultureInfo.InvariantCulture);
        return currency == "USD" ? "$" + digits : $"{currency} {digits}";
    }
}
