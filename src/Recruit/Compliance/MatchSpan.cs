namespace Recruit.Compliance;

/// <summary>Where a pattern matched. Holds no words, so it may be kept.</summary>
public readonly record struct MatchSpan(int Start, int Length)
{
    public int End => Start + Length;
}
