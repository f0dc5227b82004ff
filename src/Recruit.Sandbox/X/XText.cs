using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Recruit.Sandbox.X;

/// <summary>A link in a text and where X sees it.</summary>
public sealed record XLink(int Start, int Length, string Address);

/// <summary>
/// X's way of counting and of finding links: the weights of twitter-text's third configuration,
/// https://github.com/twitter/twitter-text/blob/master/config/v3.json, read 2026-10.
/// </summary>
public static partial class XText
{
    public const int Most = 280;
    private const int LinkWeight = 23;

    public static int WeightedLength(string text)
    {
        var normalized = text.Normalize(NormalizationForm.FormC);
        var sum = 0;
        var place = 0;
        foreach (var link in Links(normalized))
        {
            sum += Weight(normalized[place..link.Start]) + (LinkWeight * 100);
            place = link.Start + link.Length;
        }

        return (sum + Weight(normalized[place..])) / 100;
    }

    public static IReadOnlyList<XLink> Links(string text)
    {
        var links = new List<XLink>();
        foreach (Match match in LinkPattern().Matches(text))
        {
            var host = match.Groups["bare"];
            if (host.Success && !TopLevel.MakesLink(host.Value, match.Groups["path"].Length > 0)) continue;
            links.Add(new XLink(match.Index, match.Length, host.Success ? $"http://{match.Value}" : match.Value));
        }

        return links;
    }

    /// <summary>The text as X gives it back: every link behind t.co.</summary>
    public static string Shortened(string id, string text)
    {
        var shortened = new StringBuilder();
        var place = 0;
        foreach (var (index, link) in Links(text).Index())
        {
            shortened.Append(text, place, link.Start - place).Append(ShortLink(id, index));
            place = link.Start + link.Length;
        }

        return shortened.Append(text, place, text.Length - place).ToString();
    }

    public static string ShortLink(string id, int index)
    {
        const string letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
        return "https://t.co/" + string.Concat(Enumerable.Range(0, 10).Select(at => letters[(int)(Growth.Fraction($"{id}.{index}", $"t{at}") * letters.Length)]));
    }

    public static IEnumerable<Match> Hashtags(string text) => HashtagPattern().Matches(text);

    public static int Cashtags(string text) => CashtagPattern().Count(text);

    private static int Weight(string text)
    {
        var sum = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            sum += Emoji.Is(element) ? 200 : element.EnumerateRunes().Sum(rune => IsLight(rune.Value) ? 100 : 200);
        }

        return sum;
    }

    private static bool IsLight(int code) => code is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247);

    // With http(s) any host passes, localhost too, so that practice links count as real ones will.
    [GeneratedRegex(
        """
        (?<![A-Za-z0-9@＠$\#＃])
        (?: https?://(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}])?(?![\p{L}\p{N}@])
          | (?<![-_./])(?<bare>(?:[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24})(?![A-Za-z0-9@＠-]) )
        (?: :[0-9]{1,5} )?
        (?<path> (?: /(?: (?: [\p{L}\p{M}0-9!*';:=+,.$/%\#\[\]_~@|&-] | \([^\s()]*\) )* (?: [\p{L}\p{M}0-9=_\#/+-] | \([^\s()]*\) ) )? )?
                 (?: \?[A-Za-z0-9!?*'@();:&=+$/%\#\[\]_.,~|-]*[A-Za-z0-9_&=\#/-] )? )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_&/])[#＃][\p{L}\p{M}\p{N}_]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*")]
    private static partial Regex HashtagPattern();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_$])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?![\p{L}\p{N}_$])")]
    private static partial Regex CashtagPattern();
}
