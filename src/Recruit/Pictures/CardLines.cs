namespace Recruit.Pictures;

/// <summary>Words broken into lines that fit.</summary>
/// <param name="Size">Of the font, in pixels.</param>
public sealed record CardLines(float Size, IReadOnlyList<string> Lines)
{
    private const string Ellipsis = "…";

    /// <summary>The largest of the sizes at which all words fit; at the smallest one, what does not fit gives way to an ellipsis.</summary>
    /// <param name="sizes">From large to small.</param>
    /// <param name="height">Of all lines together, in pixels; at least one line is given.</param>
    /// <param name="measure">The width of a text at a size, in pixels.</param>
    public static CardLines Fit(string text, IReadOnlyList<float> sizes, float width, float height, float spacing, Func<string, float, float> measure)
    {
        foreach (var size in sizes)
        {
            var lines = Break(text, word => measure(word, size) <= width);
            var most = Math.Max(1, (int)(height / (size * spacing)));
            if (lines.Count <= most && lines.All(line => measure(line, size) <= width) && !lines.Exists(line => line.EndsWith('-') && !text.Contains(line, StringComparison.Ordinal)))
                return new CardLines(size, lines);
        }

        var last = sizes[^1];
        return new CardLines(last, Shorten(Break(text, word => measure(word, last) <= width), Math.Max(1, (int)(height / (last * spacing))), line => measure(line, last) <= width));
    }

    // A word that is wider than a line is broken with a hyphen, so that nothing runs out of the card.
    private static List<string> Break(string text, Func<string, bool> fits)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (line.Length > 0 && fits($"{line} {rest}"))
            {
                line = $"{line} {rest}";
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            while (!fits(rest) && rest.Length > 1)
            {
                var head = rest.Length - 1;
                while (head > 1 && (!fits(rest[..head] + "-") || char.IsHighSurrogate(rest[head - 1])))
                    head--;
                lines.Add(rest[..head] + "-");
                rest = rest[head..];
            }

            line = rest;
        }

        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    private static List<string> Shorten(List<string> lines, int most, Func<string, bool> fits)
    {
        if (lines.Count <= most)
            return lines;

        var last = lines[most - 1].TrimEnd('-');
        while (last.Length > 0 && !fits(last + Ellipsis))
            last = last.LastIndexOf(' ') is > 0 and var blank ? last[..blank] : last[..^1];
        return [.. lines.Take(most - 1), last.TrimEnd(' ', ',', '-', '–') + Ellipsis];
    }
}
