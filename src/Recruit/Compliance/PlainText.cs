namespace Recruit.Compliance;

/// <summary>Words as rules read them, with the way back to where they stand in what the author wrote.</summary>
/// <param name="starts">For each character of <paramref name="text"/>, where its source starts in the original.</param>
/// <param name="ends">The same for where its source ends.</param>
public sealed class PlainText(string place, string text, IReadOnlyList<int> starts, IReadOnlyList<int> ends)
{
    public string Place { get; } = place;

    public string Text { get; } = text;

    /// <summary>Most words of a vacancy hold no number, and rules about numbers need not read those.</summary>
    public bool HasDigits { get; } = text.AsSpan().ContainsAnyInRange('0', '9');

    public Finding At(Concern concern, int start, int length)
    {
        if (length == 0)
            return concern.About(Place);

        var from = starts[start];
        return concern.About(Place, from, ends[start + length - 1] - from);
    }

    /// <summary>Up to <paramref name="length"/> characters before an offset: where a label stands.</summary>
    public string Before(int offset, int length)
    {
        var from = Math.Max(0, offset - length);
        return Text[from..offset];
    }

    public string Around(MatchSpan span, int before, int after) =>
        Text[Math.Max(0, span.Start - before)..Math.Min(Text.Length, span.End + after)];

    public string After(int offset, int length) =>
        Text[offset..Math.Min(Text.Length, offset + length)];
}
