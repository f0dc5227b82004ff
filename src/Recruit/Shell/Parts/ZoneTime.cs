using System.Globalization;

namespace Recruit.Shell.Parts;

/// <summary>An instant as people say it in a zone: "today 18:30 CST".</summary>
public static class ZoneTime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    // The runtime knows only long names ("Central Standard Time"), and their initials are wrong outside North America.
    private static readonly Dictionary<string, (string Standard, string Daylight)> ShortNames = new()
    {
        ["Eastern"] = ("EST", "EDT"),
        ["Central"] = ("CST", "CDT"),
        ["Mountain"] = ("MST", "MDT"),
        ["Pacific"] = ("PST", "PDT"),
        ["Alaska"] = ("AKST", "AKDT"),
        ["Hawaii"] = ("HST", "HDT"),
        ["Atlantic"] = ("AST", "ADT"),
        ["UTC"] = ("UTC", "UTC"),
    };

    private static readonly Dictionary<string, string> Families = Family("Eastern", "America/New_York", "America/Detroit", "America/Indiana/Indianapolis",
            "America/Kentucky/Louisville", "US/Eastern")
        .Concat(Family("Central", "America/Chicago", "America/Menominee", "America/Indiana/Knox", "America/North_Dakota/Center", "US/Central"))
        .Concat(Family("Mountain", "America/Denver", "America/Phoenix", "America/Boise", "US/Mountain", "US/Arizona"))
        .Concat(Family("Pacific", "America/Los_Angeles", "US/Pacific"))
        .Concat(Family("Alaska", "America/Anchorage", "America/Juneau", "US/Alaska"))
        .Concat(Family("Hawaii", "Pacific/Honolulu", "US/Hawaii"))
        .Concat(Family("Atlantic", "America/Puerto_Rico", "America/Halifax"))
        .Concat(Family("UTC", "UTC", "Etc/UTC"))
        .ToDictionary();

    public static string Say(DateTimeOffset instant, TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return $"{Day(local, TimeZoneInfo.ConvertTime(now, zone))} {local.ToString("HH:mm", English)} {ShortName(zone, instant)}";
    }

    /// <summary>The exact instant, for the hover: to the second, in UTC.</summary>
    public static string Exact(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", English);

    public static string ShortName(TimeZoneInfo zone, DateTimeOffset instant)
    {
        if (Families.TryGetValue(zone.Id, out var family))
            return zone.IsDaylightSavingTime(instant) ? ShortNames[family].Daylight : ShortNames[family].Standard;

        var offset = zone.GetUtcOffset(instant);
        return offset == TimeSpan.Zero ? "UTC" : $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset.ToString(offset.Minutes == 0 ? "%h" : @"h\:mm", English)}";
    }

    private static string Day(DateTimeOffset local, DateTimeOffset now) => (local.Date - now.Date).Days switch
    {
        0 => "today",
        1 => "tomorrow",
        -1 => "yesterday",
        _ => local.ToString(local.Year == now.Year ? "ddd, MMM d," : "MMM d, yyyy,", English),
    };

    private static IEnumerable<KeyValuePair<string, string>> Family(string name, params string[] zones) => zones.Select(zone => KeyValuePair.Create(zone, name));
}
