namespace Recruit.Facilities;

/// <summary>The IANA zones that a person may choose from.</summary>
public static class Zones
{
    private const int Most = 20;

    /// <summary>Zones whose name holds the words; without words those of the Americas.</summary>
    public static IEnumerable<string> Find(string? words) => TimeZoneInfo.GetSystemTimeZones()
        .Select(zone => zone.Id)
        .Where(id => id.Contains('/', StringComparison.Ordinal))
        .Where(id => string.IsNullOrWhiteSpace(words)
            ? id.StartsWith("America/", StringComparison.Ordinal)
            : id.Replace('_', ' ').Contains(words.Replace('_', ' '), StringComparison.OrdinalIgnoreCase))
        .Take(Most);
}
