using System.Text;
using System.Text.RegularExpressions;

namespace Recruit.Channels.LinkedIn;

/// <summary>
/// LinkedIn's little text format: https://learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format.
/// A reserved character that is not escaped silently cuts the post off there, although LinkedIn answers 201.
/// </summary>
public static partial class LinkedInText
{
    // Documented for the older shares. Escapes are counted, since nobody confirms that they are not.
    public const int MaxLength = 3000;

    private const string Reserved = @"|{}@[]()<>#\*_~";

    public static int Measure(string text) => Escape(text).Length;

    /// <summary>One pass: escaping the backslash afterwards would escape the escapes.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 32);
        for (var at = 0; at < text.Length;)
        {
            var tag = TagAt(text, at);
            if (tag > 0)
            {
                // An escaped # in plain text is no hashtag; the template is the one form that surely is.
                escaped.Append(@"{hashtag|\#|").Append(text, at + 1, tag).Append('}');
                at += tag + 1;
                continue;
            }

            if (Reserved.Contains(text[at], StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(text[at]);
            at++;
        }

        return escaped.ToString();
    }

    /// <summary>What a reader sees, from what LinkedIn gives back.</summary>
    public static string Unescape(string commentary) => Marked().Replace(commentary, match =>
        match.Groups["tag"].Success ? "#" + match.Groups["tag"].Value : match.Groups["escaped"].Value);

    // The length of the word behind a # that begins a word and is followed by a letter; 0 elsewhere.
    // An address may hold a # too (https://example.org/#apply) and must stay whole.
    private static int TagAt(string text, int at)
    {
        if (text[at] != '#' || (at > 0 && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] != '('))
            return 0;
        var end = at + 1;
        while (end < text.Length && (char.IsLetter(text[end]) || (end > at + 1 && char.IsDigit(text[end]))))
            end++;
        return end - at - 1;
    }

    [GeneratedRegex(@"\{hashtag\|\\#\|(?<tag>[^|{}\\]+)\}|\\(?<escaped>.)", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
