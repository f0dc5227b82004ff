using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Recruit.Sandbox;

/// <summary>A link in a text, where it stands and where it leads.</summary>
public sealed record WebLink(int Start, int Length, string Address);

/// <summary>
/// Finds links as twitter-text does in the main: https://github.com/twitter/twitter-text, read 2026-10.
/// With http(s) any host passes, localhost too, so that practice links count as real ones will.
/// </summary>
public static partial class WebLinks
{
    public static string? First(string text) => In(text) is [var first, ..] ? first.Address : null;

    public static IReadOnlyList<WebLink> In(string text)
    {
        var links = new List<WebLink>();
        foreach (Match match in LinkPattern().Matches(text))
        {
            var host = match.Groups["bare"];
            if (host.Success && !TopLevel.MakesLink(host.Value)) continue;
            if (!IsEncodable(match.Groups["full"].Value)) continue;
            links.Add(new WebLink(match.Index, match.Length, host.Success ? $"http://{match.Value}" : match.Value));
        }

        return links;
    }

    /// <summary>A host in another script counts by its ASCII form, of which no label may pass 63 characters.</summary>
    private static bool IsEncodable(string host)
    {
        try
        {
            return Ascii.IsValid(host) || new IdnMapping().GetAscii(host).Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(
        """
        (?<![A-Za-z0-9@＠$\#＃])
        (?: https?://(?<full>(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}])?)(?![\p{L}\p{N}@])
          | (?<![-_./])(?<bare>(?:[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24})(?![A-Za-z0-9@＠-]) )
        (?: :[0-9]{1,5} )?
        (?: (?: /(?: (?: [A-Za-z0-9\u00C0-\u024F\u0400-\u04FF!*';:=+,.$/%\#\[\]\u2013_~@|&-] | \([^\s()]*\) )* (?: [A-Za-z0-9\u00C0-\u024F\u0400-\u04FF=_\#/+-] | \([^\s()]*\) ) )? )?
                 (?: \?[A-Za-z0-9!?*'@();:&=+$/%\#\[\]_.,~|-]*[A-Za-z0-9_&=\#/-] )? )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LinkPattern();
}
