using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Recruit.Channels.Mastodon;

/// <summary>
/// How a server counts a text, and how its HTML becomes the text again: https://docs.joinmastodon.org/user/posting/#text (read 2026-07-02).
/// Characters are graphemes; a link counts a fixed number; of a mention only the name counts.
/// </summary>
public static partial class MastodonText
{
    public static int Measure(string text, int perLink)
    {
        var links = LinkPattern().Count(text);
        var rest = MentionPattern().Replace(LinkPattern().Replace(text, ""), "@$1");
        return new StringInfo(rest).LengthInTextElements + (links * perLink);
    }

    /// <summary>The words as we sent them: paragraphs and breaks as lines, links whole, though the server shows them shortened.</summary>
    public static string Plain(string html)
    {
        var text = ParagraphPattern().Replace(BreakPattern().Replace(html, "\n"), "\n\n");
        text = AnchorPattern().Replace(text, match => IsTag(match) ? match.Groups["inner"].Value : match.Groups["href"].Value);
        return WebUtility.HtmlDecode(MarkPattern().Replace(text, "")).Trim();
    }

    /// <summary>Where its links lead; hashtags and mentions are none.</summary>
    public static IEnumerable<string> Links(string html)
        => AnchorPattern().Matches(html).Where(match => !IsTag(match)).Select(match => WebUtility.HtmlDecode(match.Groups["href"].Value));

    private static bool IsTag(Match anchor) => MarkPattern().Replace(anchor.Groups["inner"].Value, "") is ['#' or '@', ..];

    // Plain characters only: what a server would not take for a part of the link counts in full here, so that no copy is longer there than here.
    [GeneratedRegex(@"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]+)?(?:[/?#](?:[A-Za-z0-9\-._~/%?#&=+@:]*[A-Za-z0-9/=_\-])?)?", RegexOptions.CultureInvariant)]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"(?<![\w/])@(\w+)@[A-Za-z0-9.-]*[A-Za-z0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex MentionPattern();

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BreakPattern();

    [GeneratedRegex(@"</p>\s*<p[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ParagraphPattern();

    [GeneratedRegex("<a\\s[^>]*?href=\"(?<href>[^\"]*)\"[^>]*>(?<inner>.*?)</a>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex AnchorPattern();

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex MarkPattern();
}
