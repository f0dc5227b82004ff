using System.Text;

namespace Recruit.Channels.X;

/// <summary>How X counts a text: https://docs.x.com/fundamentals/counting-characters, configuration 3 (read 2026-08-22).</summary>
public static class XText
{
    private const int LinkLength = 23;
    private const int EmojiLength = 2;

    // Characters of most alphabets and plain punctuation count once, all others twice.
    private static readonly (int From, int To)[] LightRanges = [(0, 4351), (8192, 8205), (8208, 8223), (8242, 8247)];

    /// <param name="ownSite">Our public address: a link below it counts like any other, also where it is localhost.</param>
    public static int Measure(string text, string ownSite)
    {
        var normal = Whole(text).Normalize(NormalizationForm.FormC);
        var links = XLinks.Find(normal, ownSite);
        var length = 0;

        for (var at = 0; at < normal.Length;)
        {
            if (links.TryGetValue(at, out var linkEnd))
            {
                length += LinkLength;
                at = linkEnd;
            }
            else if (XEmoji.LengthAt(normal, at) is var emoji and > 0)
            {
                length += EmojiLength;
                at += emoji;
            }
            else
            {
                _ = Rune.DecodeFromUtf16(normal.AsSpan(at), out var rune, out var consumed);
                length += LightRanges.Any(range => rune.Value >= range.From && rune.Value <= range.To) ? 1 : 2;
                at += consumed;
            }
        }

        return length;
    }

    /// <summary>A sentence when X would refuse a character, else null.</summary>
    public static string? Objection(string text) => text.FirstOrDefault(c => c is '\uFFFE' or '\uFEFF' or '\uFFFF') is var found and not '\0'
        ? $"The text holds an invisible character that X refuses (U+{(int)found:X4}). Remove it."
        : null;

    /// <summary>The text as we sent it: our links in place of t.co's, and &amp; instead of its HTML form.</summary>
    public static string Expand(string text, IEnumerable<XUrl> urls)
    {
        foreach (var url in urls)
            if (url is { Url: { Length: > 0 } shortened, ExpandedUrl: { } expanded })
                text = text.Replace(shortened, expanded, StringComparison.Ordinal);

        return text.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);
    }

    // Half a surrogate pair and U+FFFE have no normal form and spoil that of the rest; what stands for them weighs the same.
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune);
        return whole.Replace('\uFFFE', '\uFFFF').ToString();
    }
}
