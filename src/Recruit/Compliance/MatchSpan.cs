using System.Text.RegularExpressions;

namespace Recruit.Compliance;

/// <summary>Where a pattern matched. Holds no words, so it may be kept.</summary>
public readonly record struct MatchSpan(int Start, int Length)
{
    public int End => Start + Length;
}

public static class MatchSpans
{
    /// <summary>The enumerator of the runtime lives on the stack and cannot cross a yield.</summary>
    public static List<MatchSpan> ToSpans(this Regex.ValueMatchEnumerator matches)
    {
        var spans = new List<MatchSpan>();
        foreach (var match in matches)
            spans.Add(new(match.Index, match.Length));
        return spans;
    }
}
