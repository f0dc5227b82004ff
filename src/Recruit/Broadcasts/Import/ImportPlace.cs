using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Recruit.Facilities;

namespace Recruit.Broadcasts.Import;

/// <param name="Zone">Empty when the place does not tell it.</param>
public sealed record Place(string City, string Region, string Country, string Zone);

/// <summary>Reads a place from columns that may hold a street, a state's name, a country or junk.</summary>
public static partial class ImportPlace
{
    // Countries besides the United States where US employers run hospitals, with a zone where one covers all of it.
    private static readonly FrozenDictionary<string, (string Code, string Zone)> Countries = new Dictionary<string, (string, string)>
    {
        ["JAPAN"] = ("JP", "Asia/Tokyo"), ["GERMANY"] = ("DE", "Europe/Berlin"), ["ITALY"] = ("IT", "Europe/Rome"), ["SOUTH KOREA"] = ("KR", "Asia/Seoul"),
        ["KOREA"] = ("KR", "Asia/Seoul"), ["UNITED KINGDOM"] = ("GB", "Europe/London"), ["SPAIN"] = ("ES", ""), ["BELGIUM"] = ("BE", "Europe/Brussels"),
        ["TURKEY"] = ("TR", "Europe/Istanbul"), ["BAHRAIN"] = ("BH", "Asia/Bahrain"), ["KUWAIT"] = ("KW", "Asia/Kuwait"), ["QATAR"] = ("QA", "Asia/Qatar"),
        ["CUBA"] = ("CU", "America/Havana"), ["CANADA"] = ("CA", ""), ["MEXICO"] = ("MX", ""), ["PHILIPPINES"] = ("PH", "Asia/Manila"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> UnitedStates = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "US", "USA", "U.S.", "U.S.A.", "UNITED STATES", "UNITED STATES OF AMERICA");

    public static Place Read(string city, string state, string country, ICollection<string> proposals)
    {
        if (Abroad(city, state, country) is { } foreign)
        {
            proposals.Add($"Country: {foreign.Country}");
            return foreign;
        }

        var (name, found) = CityOf(city, proposals);
        var region = UsStates.Find(state) ?? (state.Length == 0 ? found : null);
        if (region is null && state.Length > 0)
            proposals.Add($"State: “{state}” is not a state, kept as written");
        else if (region is not null && region.Code != state)
            proposals.Add(state.Length > 0 ? $"State: {state} written as {region.Code}" : $"State: {region.Code}, from the city");
        if (region is not null && UsStates.CutByZones.Contains(region.Code))
            proposals.Add($"Time zone: {region.Zone}, the usual one in {region.Name}");

        var isAmerican = region is not null || UnitedStates.Contains(country);
        return new Place(name, region?.Code ?? state, isAmerican ? "US" : country.Length == 2 ? country.ToUpperInvariant() : "", region?.Zone ?? "");
    }

    /// <summary>"Yokosuka, Japan", a country in the state's column, or a plain country.</summary>
    private static Place? Abroad(string city, string state, string country)
    {
        var tail = city.Split(',', StringSplitOptions.TrimEntries);
        foreach (var (name, region) in new[] { (country, state), (state, ""), (tail.Length > 1 ? tail[^1] : "", state) })
            if (Countries.TryGetValue(name, out var found))
                return new Place(tail[0], UsStates.Find(region) is null ? region : "", found.Code, found.Zone);
        return null;
    }

    private static (string City, UsState? State) CityOf(string text, ICollection<string> proposals)
    {
        if (text.Length == 0)
            return ("", null);

        var newYork = NewYork().Match(text);
        if (newYork.Success && (LooksLikeStreet(text) || newYork.Length < text.Length))
        {
            var borough = newYork.Groups["borough"];
            var city = borough.Success ? ImportText.Calm(borough.Value) : "New York";
            proposals.Add($"City: “{text}” taken as {city}");
            return (city, UsStates.Find("NY"));
        }

        if (LooksLikeStreet(text) || LooksLikeJunk(text))
        {
            proposals.Add($"City: “{text}” is not a city, left empty: the facility's counts");
            return ("", null);
        }

        // "Washington DC", "Erie, PA".
        var parts = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var state = parts.Length > 1 && parts[^1].Length == 2 && parts[^1].All(char.IsAsciiLetterUpper) ? UsStates.Find(parts[^1]) : null;
        return (ImportText.Calm(state is null ? text : string.Join(' ', parts[..^1])), state);
    }

    private static bool LooksLikeStreet(string text) => char.IsAsciiDigit(text[0]) || Street().IsMatch(text);

    private static bool LooksLikeJunk(string text) => Initials().IsMatch(text) || text.Contains(" for ", StringComparison.OrdinalIgnoreCase) || text.Any(char.IsAsciiDigit);

    [GeneratedRegex(@"\b(?<borough>Bronx|Brooklyn|Queens|Manhattan|Staten Island)\b|\b(NYC|N\.Y\.|New York N?Y?)|\bNY(\s+NY)?$", RegexOptions.IgnoreCase)]
    private static partial Regex NewYork();

    [GeneratedRegex(@"\b(Street|Avenue|Ave\.?|Blvd\.?|Boulevard|Road|Rd\.|Highway|Suite|Floor|P\.?O\.? Box)(\b|\s|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Street();

    [GeneratedRegex(@"^[A-Z] [A-Z]\b")]
    private static partial Regex Initials();
}
