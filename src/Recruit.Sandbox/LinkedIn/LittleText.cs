using System.Text;
using System.Text.RegularExpressions;

namespace Recruit.Sandbox.LinkedIn;

/// <summary>
/// LinkedIn's little text format. A reserved character that is not escaped ends the text there, silently.
/// https://learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format, read 2026-10.
/// </summary>
/// <param name="Shown">What a reader sees.</param>
/// <param name="Kept">What a read gives back: hashtags in the template form, the lost tail missing.</param>
public sealed partial record LittleText(string Shown, string Kept, bool IsCut)
{
    private const string Reserved = @"|{}@[]()<>#\*_~";

    public static LittleText Parse(string commentary)
    {
        var shown = new StringBuilder();
        var kept = new StringBuilder();
        var place = 0;
        while (place < commentary.Length)
        {
            if (Element(commentary, place) is not { } element)
                return new LittleText(shown.ToString(), kept.ToString(), IsCut: true);
            shown.Append(element.Shown);
            kept.Append(element.Kept);
            place += element.Length;
        }

        return new LittleText(shown.ToString(), kept.ToString(), IsCut: false);
    }

    private static (string Shown, string Kept, int Length)? Element(string text, int place)
    {
        var character = text[place];
        if (!Reserved.Contains(character))
            return (character.ToString(), character.ToString(), 1);
        if (character == '\\' && place + 1 < text.Length && Reserved.Contains(text[place + 1]))
            return (text[place + 1].ToString(), text.Substring(place, 2), 2);

        var match = (character, text) switch
        {
            ('{', _) => TemplatePattern().Match(text, place),
            ('#', _) => HashtagPattern().Match(text, place),
            ('@', _) => MentionPattern().Match(text, place),
            _ => Match.Empty,
        };
        if (!match.Success)
            return null;

        var word = match.Groups["word"].Value;
        return character == '@'
            ? (word, match.Value, match.Length)
            : ("#" + word.Replace("\\", "", StringComparison.Ordinal), $@"{{hashtag|\#|{word}}}", match.Length);
    }

    [GeneratedRegex(@"\G\{hashtag\|\\[#＃]\|(?<word>(?:[\p{L}\p{M}\p{N}]|\\_)+)\}")]
    private static partial Regex TemplatePattern();

    [GeneratedRegex(@"\G#(?<word>[\p{L}\p{M}\p{N}]+)")]
    private static partial Regex HashtagPattern();

    [GeneratedRegex(@"\G@\[(?<word>[^\[\]]+)\]\(urn:li:(?:organization|person):[A-Za-z0-9_-]+\)")]
    private static partial Regex MentionPattern();
}
