using System.Buffers;

namespace Recruit.Reach;

/// <summary>Tells a person who follows a link from the programs that do.</summary>
public static class Visitor
{
    // The parts of a name that programs give themselves; networks fetch every link that is posted to draw its card.
    private static readonly SearchValues<string> ProgramWords = SearchValues.Create(
        [
            "bot", "crawl", "spider", "slurp", "preview", "facebookexternalhit", "facebookcatalog", "meta-external", "whatsapp", "embedly", "skypeuripreview",
            "curl/", "wget/", "python", "java/", "okhttp", "go-http-client", "libwww", "httpclient", "axios", "node-fetch", "undici", "ruby", "perl", "php",
            "headless", "phantomjs", "lighthouse", "monitor", "uptime", "pingdom", "scan", "check", "feed", "validator", "archive", "ia_archiver",
        ], StringComparison.OrdinalIgnoreCase);

    /// <param name="purpose">Of the Sec-Purpose header, or of the older Purpose: a browser that fetches ahead says so there.</param>
    public static bool IsPerson(string method, string userAgent, string purpose)
        => HttpMethods.IsGet(method)
            && !purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase)
            && !purpose.Contains("prerender", StringComparison.OrdinalIgnoreCase)
            && userAgent.Length > 0
            // Cubot makes telephones.
            && !userAgent.Replace("cubot", "", StringComparison.OrdinalIgnoreCase).AsSpan().ContainsAny(ProgramWords);
}
