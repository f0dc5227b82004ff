namespace Recruit.Compliance;

/// <summary>What a rule found. Never holds the matched words, only where they stand.</summary>
/// <param name="Rule">Rule id, for example "HIP-G".</param>
/// <param name="Place">"text" or "alt text".</param>
/// <param name="Start">Offset into the words of that place; 0 with length 0 when the finding is about the whole.</param>
/// <param name="Reason">Why this may not go out, for the author.</param>
/// <param name="Advice">What to do about it.</param>
public sealed record Finding(string Rule, Severity Severity, string Place, int Start, int Length, string Reason, string Advice)
{
    /// <summary>HIPAA identifier letter, A to R, where one applies.</summary>
    public string? Letter { get; init; }
}

public enum Severity
{
    /// <summary>Worth a thought; stops nothing.</summary>
    Advice,
    /// <summary>A privacy reviewer decides.</summary>
    Review,
    /// <summary>Must not go out.</summary>
    Block,
}
