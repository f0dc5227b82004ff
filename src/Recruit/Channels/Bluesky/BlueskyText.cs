using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Recruit.Channels.Bluesky;

/// <summary>How Bluesky counts a text, and the marks that make links and hashtags of it: https://docs.bsky.app/docs/advanced-guides/post-richtext (read 2026-04-21).</summary>
public static partial class BlueskyText
{
    public const int MaxGraphemes = 300;
    public const int MaxBytes = 3_000;

    public static int Measure(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>A sentence when the text is too long in bytes, which emoji of many parts can bring about, else null.</summary>
    public static string? Objection(string text) => Encoding.UTF8.GetByteCount(text) is var bytes and > MaxBytes
        ? $"The text has {bytes} bytes; Bluesky allows {MaxBytes}. Use fewer emoji."
        : null;

    /// <summary>Null where there is nothing to mark. Without a mark a link is plain text, and a hashtag is found by nobody.</summary>
    public static IReadOnlyList<BlueskyFacet?>? Facets(string text)
    {
        var facets = LinkPattern().Matches(text).Select(link => Facet(text, link.Index, link.Length, new BlueskyFeature("app.bsky.richtext.facet#link", link.Value, null)))
            .Concat(TagPattern().Matches(text).Select(tag => Facet(text, tag.Index, tag.Length, new BlueskyFeature("app.bsky.richtext.facet#tag", null, tag.Value[1..]))))
            .OrderBy(facet => facet.Index!.ByteStart).ToList();
        // A number sign inside a link is the link's.
        var apart = facets.Where((facet, place) => place == 0 || facets.Take(place).All(earlier => earlier.Index!.ByteEnd <= facet.Index!.ByteStart)).ToList<BlueskyFacet?>();
        return apart.Count == 0 ? null : apart;
    }

    private static BlueskyFacet Facet(string text, int start, int length, BlueskyFeature feature)
    {
        var from = Encoding.UTF8.GetByteCount(text.AsSpan(0, start));
        return new BlueskyFacet(new BlueskySlice(from, from + Encoding.UTF8.GetByteCount(text.AsSpan(start, length))), [feature]);
    }

    [GeneratedRegex(@"(?<![\w@])https?://[^\s<>""]*[^\s<>"".,;:!?'’”)\]}…]", RegexOptions.CultureInvariant)]
    private static partial Regex LinkPattern();

    // 64 graphemes are the lexicon's limit of a tag; a tag of digits alone is none.
    [GeneratedRegex(@"(?<![\w#&])#(?![0-9]+\b)[\p{L}\p{M}\p{N}_]{1,64}", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
