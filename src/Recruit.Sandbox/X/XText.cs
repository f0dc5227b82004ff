using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Recruit.Sandbox.X;

/// <summary>
/// X's way of counting: the weights of twitter-text's third configuration,
/// https://github.com/twitter/twitter-text/blob/master/config/v3.json, read 2026-10.
/// </summary>
public static partial class XText
{
    public const int Most = 280;
    private const int LinkWeight = 23;

    public static int WeightedLength(string text)
    {
        var normalized = Normalized(text);
        var sum = 0;
        var place = 0;
        foreach (var link in WebLinks.In(normalized))
        {
            sum += Weight(normalized[place..link.Start]) + (LinkWeight * 100);
            place = link.Start + link.Length;
        }

        return (sum + Weight(normalized[place..])) / 100;
    }

    /// <summary>The text as X gives it back: every link behind t.co.</summary>
    public static string Shortened(string id, string text)
    {
        var shortened = new StringBuilder();
        var place = 0;
        foreach (var (index, link) in WebLinks.In(text).Index())
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

    /// <summary>.NET will not normalize a text that holds a noncharacter; X refuses such a text, so it stays as it is until then.</summary>
    public static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

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

    [GeneratedRegex(@"(?<![\p{L}\p{N}_&/])[#＃][\p{L}\p{M}\p{N}_]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*")]
    private static partial Regex HashtagPattern();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_$])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?![\p{L}\p{N}_$])")]
    private static partial Regex CashtagPattern();
}
