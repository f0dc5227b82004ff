using System.Globalization;
using System.Text.RegularExpressions;
using Recruit.Vacancies;

namespace Recruit.Broadcasts.Import;

/// <summary>Reads the employment type, and the hours that some systems write into it.</summary>
public static partial class ImportEmployment
{
    // "Part Time 40 hours" counts a pay period of two weeks; no part-time week has so many.
    private const decimal MostPartTimeHours = 36;

    public static (EmploymentType? Type, decimal? Hours) Read(string text, ICollection<string> proposals)
    {
        if (text.Length == 0)
            return (null, null);

        var type = TypeOf(HoursWords().Replace(text, "").Trim().ToUpperInvariant().Replace('-', ' '));
        if (type is null)
            proposals.Add($"Employment type: “{text}” names no single type, choose one");
        else if (!string.Equals(type.Value.Words(), text.Replace('-', ' '), StringComparison.OrdinalIgnoreCase))
            proposals.Add($"Employment type: “{text}” taken as {type.Value.Words().ToLowerInvariant()}");

        return (type, HoursOf(text, type, proposals));
    }

    private static EmploymentType? TypeOf(string text) => text switch
    {
        "FULL TIME" or "F" or "FT" or "FULLTIME" or "REGULAR FULL TIME" or "PERMANENT" => EmploymentType.FullTime,
        "PART TIME" or "P" or "PT" or "PARTTIME" or "REGULAR PART TIME" => EmploymentType.PartTime,
        "PER DIEM" or "PRN" or "INTERMITTENT" or "CASUAL" or "ON CALL" or "AS NEEDED" => EmploymentType.PerDiem,
        "TEMPORARY" or "TEMP" or "SEASONAL" => EmploymentType.Temporary,
        "CONTRACT" or "CONTRACTOR" or "TRAVEL" => EmploymentType.Contract,
        "INTERNSHIP" or "INTERN" => EmploymentType.Internship,
        "VOLUNTEER" => EmploymentType.Volunteer,
        _ => null,
    };

    private static decimal? HoursOf(string text, EmploymentType? type, ICollection<string> proposals)
    {
        if (HoursWords().Match(text) is not { Success: true } match)
            return null;

        var hours = decimal.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture);
        if (type == EmploymentType.PartTime && hours > MostPartTimeHours)
        {
            proposals.Add($"Hours: {match.Groups["hours"].Value} fit no part-time week, left empty");
            return null;
        }

        proposals.Add($"Hours: {match.Groups["hours"].Value} a week");
        return hours;
    }

    [GeneratedRegex(@"(?<hours>\d{1,2}(\.\d{1,2})?)\s*(hours|hrs|h)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HoursWords();
}
