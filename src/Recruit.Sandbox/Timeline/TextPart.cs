using Recruit.Sandbox.X;

namespace Recruit.Sandbox.Timeline;

public enum TextPartKind
{
    Plain,
    Link,
    Hashtag,
}

/// <summary>A run of a post's text, as a feed draws it.</summary>
public sealed record TextPart(TextPartKind Kind, string Text, string? Address = null)
{
    public static IReadOnlyList<TextPart> Of(string text)
    {
        var marks = WebLinks.In(text).Select(link => (link.Start, link.Length, Kind: TextPartKind.Link, Address: (string?)link.Address))
            .Concat(XText.Hashtags(text).Select(tag => (Start: tag.Index, tag.Length, Kind: TextPartKind.Hashtag, Address: (string?)null)))
            .OrderBy(mark => mark.Start);
        var parts = new List<TextPart>();
        var place = 0;
        foreach (var mark in marks.Where(mark => mark.Start >= place))
        {
            if (mark.Start > place)
                parts.Add(new TextPart(TextPartKind.Plain, text[place..mark.Start]));
            parts.Add(new TextPart(mark.Kind, text.Substring(mark.Start, mark.Length), mark.Address));
            place = mark.Start + mark.Length;
        }

        if (place < text.Length)
            parts.Add(new TextPart(TextPartKind.Plain, text[place..]));
        return parts;
    }
}
