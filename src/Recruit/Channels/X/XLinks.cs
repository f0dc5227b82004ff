using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Recruit.Channels.X;

/// <summary>
/// Finds what X takes for a link, with or without http:// in front. The grammar is that of https://github.com/twitter/twitter-text at 30e2430:
/// a host of known top-level domain, bounded by what cannot belong to a word, and no host label over 63 characters in punycode.
/// </summary>
public static class XLinks
{
    private const int MaxLength = 4096;
    private const int MaxShortCode = 40;

    private const string Spaces = @"\u0009-\u000D\u0020\u0085\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000";
    private const string Directions = @"\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069";
    private const string Invalid = @"\uFFFE\uFEFF\uFFFF";
    private const string Latin = @"\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF";
    private const string Path = @"a-z\u0400-\u04FF0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&" + Latin;
    private const string Query = @"a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|";

    private const string HostChar = @"[^!#%&'()*+,\\\-./:;<=>?@\[\]^_{|}~$" + Spaces + Invalid + Directions + "]";
    private const string Parens = @"\((?:[" + Path + @"]+|[" + Path + @"]*\([" + Path + @"]+\)[" + Path + @"]*)\)";
    private const string Tail =
        @"(?<path>/(?>(?:[" + Path + @"]*(?:" + Parens + "[" + Path + "]*)*(?:[a-z\u0400-\u04FF0-9=_#/+\\-" + Latin + "]|" + Parens + @")|@[" + Path + @"]+/)*))?"
        + @"(?:\?[" + Query + @"]*[a-z0-9\-_&=#/])?";

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Lazy<string> TopLevel = new(() => $"(?:(?:{string.Join('|', KnownTopLevelDomains())})(?![0-9a-z@+-])|xn--[-0-9a-z]+)");

    private static readonly Lazy<Regex> Link = new(() => new Regex(
        $"(?<before>[^a-z0-9@＠$#＃{Invalid}]|^)(?<url>(?<scheme>https?://)?"
        + $"(?<host>(?:{HostChar}(?:[_-]*{HostChar})*\\.)*{HostChar}(?:-*{HostChar})*\\.{TopLevel.Value})"
        + $"(?::[0-9]+)?{Tail})",
        Flags));

    // Without a scheme, words in other scripts may lean on the host: only its ASCII and Latin part is the link.
    private static readonly Lazy<Regex> BareHost = new(() => new Regex($"(?:[-a-z0-9{Latin}]+\\.)+{TopLevel.Value}", Flags));

    // The same site is asked for with every post.
    private static readonly ConcurrentDictionary<string, Regex> OwnLinks = new();

    private static readonly Regex ShortLink = new(@"^https?://t\.co/(?<code>[a-z0-9]+)(?:\?[" + Query + @"]*[a-z0-9\-_&=#/])?", Flags);

    /// <summary>Start to end of every link.</summary>
    public static IReadOnlyDictionary<int, int> Find(string text, string ownSite)
    {
        var links = new Dictionary<int, int>();
        if (text.Contains('.', StringComparison.Ordinal))
            foreach (Match match in Link.Value.Matches(text))
                foreach (var (start, end) in LinksIn(match))
                    links[start] = end;

        AddOwn(text, ownSite.TrimEnd('/'), links);
        return links;
    }

    private static IEnumerable<(int Start, int End)> LinksIn(Match match)
    {
        var (url, host) = (match.Groups["url"], match.Groups["host"]);
        if (match.Groups["scheme"].Success)
        {
            if (!IsPossible(url.Value, host.Value, hasScheme: true))
                yield break;
            var shortLink = ShortLink.Match(url.Value);
            if (!shortLink.Success)
                yield return (url.Index, url.Index + url.Length);
            else if (shortLink.Groups["code"].Length <= MaxShortCode)
                yield return (url.Index, url.Index + shortLink.Length);
            yield break;
        }

        if (match.Groups["before"].Value is "-" or "_" or "." or "/" || !IsPossible(url.Value, host.Value, hasScheme: false))
            yield break;
        var bare = BareHost.Value.Matches(host.Value);
        for (var i = 0; i < bare.Count; i++)
        {
            var start = host.Index + bare[i].Index;
            var isLast = i == bare.Count - 1;
            yield return (start, isLast && match.Groups["path"].Success ? url.Index + url.Length : start + bare[i].Length);
        }
    }

    private static bool IsPossible(string url, string host, bool hasScheme)
    {
        try
        {
            // Refuses labels over 63 characters.
            var ascii = new IdnMapping { AllowUnassigned = true }.GetAscii(host);
            return url.Length - host.Length + ascii.Length + (hasScheme ? 0 : "https://".Length) <= MaxLength;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Our own site may be localhost or a name of the house network, which the grammar does not know.
    private static void AddOwn(string text, string site, Dictionary<int, int> links)
    {
        if (site.Length == 0)
            return;
        var own = OwnLinks.GetOrAdd(site, known => new Regex(Regex.Escape(known) + $"(?![0-9a-z.:@-]){Tail}", Flags));
        foreach (Match match in own.Matches(text))
        {
            foreach (var inside in links.Keys.Where(start => start >= match.Index && start < match.Index + match.Length).ToList())
                links.Remove(inside);
            links[match.Index] = match.Index + match.Length;
        }
    }

    private static IEnumerable<string> KnownTopLevelDomains()
    {
        var assembly = typeof(XLinks).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream("Recruit.Channels.X.TopLevelDomains.txt")
            ?? throw new InvalidOperationException("The list of top-level domains is not built into the program."));
        var names = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // Longest first, so that .com does not win over .community.
        return names.Where(name => name[0] != '#').OrderByDescending(name => name.Length).Select(Regex.Escape);
    }
}
