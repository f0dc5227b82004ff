namespace Recruit.Sandbox;

/// <summary>Names that turn bare words with a dot into a link. A modest list: X's own has some 1,500.</summary>
public static class TopLevel
{
    private static readonly HashSet<string> Generic = new(StringComparer.OrdinalIgnoreCase)
    {
        "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "name", "pro", "jobs", "careers", "work", "care", "health", "healthcare",
        "hospital", "clinic", "doctor", "dental", "nursing", "app", "dev", "page", "site", "online", "store", "shop", "blog", "news", "link", "live",
        "cloud", "tech", "agency", "center", "community", "foundation", "university", "academy", "school", "today", "world", "life", "wiki", "xyz", "club",
        "museum", "aero", "coop", "mobi", "travel", "asia", "cat", "tel", "post", "email", "solutions", "systems", "group", "global", "media",
    };

    private static readonly HashSet<string> Country = new(StringComparer.OrdinalIgnoreCase)
    {
        "us", "uk", "ca", "au", "nz", "ie", "de", "fr", "es", "it", "nl", "be", "ch", "at", "se", "no", "dk", "fi", "pl", "cz", "pt", "gr", "hu", "ro",
        "bg", "hr", "si", "sk", "ee", "lv", "lt", "is", "lu", "eu", "ru", "ua", "tr", "il", "ae", "sa", "in", "pk", "bd", "lk", "cn", "jp", "kr", "tw",
        "hk", "sg", "my", "id", "th", "vn", "ph", "za", "ng", "ke", "eg", "ma", "mx", "br", "ar", "cl", "co", "pe", "ve", "ec", "uy", "cr", "pr", "io",
        "ai", "me", "tv", "cc", "ly", "gl", "gd", "fm", "to", "ws", "nu", "im", "so", "sh", "ac", "gg", "je", "li", "mc", "st", "vc", "bz", "am",
    };

    public static bool MakesLink(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        return Generic.Contains(last) || Country.Contains(last);
    }
}
