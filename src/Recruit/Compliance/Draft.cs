using Recruit.Channels;

namespace Recruit.Compliance;

/// <summary>What the guard checks: the words and everything that leaves with them, as they will leave.</summary>
/// <param name="Text">Rendered copy of one channel.</param>
/// <param name="Link">The link that leaves beside or inside the text; null when there is none.</param>
/// <param name="AltTexts">Words of the media.</param>
public sealed record Draft(
    ChannelKey Channel,
    string Text,
    string? Link,
    IReadOnlyList<string> AltTexts,
    DraftLimits Limits,
    DraftFacts Facts)
{
    public Surface Surface { get; init; }

    /// <summary>Where the work is done, as two letters; null when nobody said.</summary>
    public string? State { get; init; }

    /// <summary>The day of publication, for rules with a day; null for the present one.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The patient's authorization that the text leans on; null when there is none.</summary>
    public PatientAuthorization? Authorization { get; init; }

    /// <summary>All words that people will see, each with the name of the place it stands in.</summary>
    public IEnumerable<(string Place, string Words)> AllWords()
    {
        yield return ("text", Text);
        foreach (var altText in AltTexts)
            yield return ("alt text", altText);
    }
}

/// <summary>Length as the network counts it.</summary>
public sealed record DraftLimits(int Length, int MaxLength, string Unit)
{
    public static DraftLimits None { get; } = new(0, int.MaxValue, "characters");
}

/// <summary>Facts of the vacancy and its facility, as values. Stored with the delivery for the check before sending.</summary>
/// <param name="LinkRequired">The template asks for a link.</param>
/// <param name="ClosesAt">First instant at which the vacancy no longer takes applicants.</param>
/// <param name="SaysClosed">The copy tells that the vacancy is filled, so a passed closing date does not matter.</param>
public sealed record DraftFacts(
    bool LinkRequired,
    string? LinkCode,
    DateTimeOffset? ClosesAt,
    bool SaysClosed,
    PayFacts? Pay,
    IReadOnlyList<string> EmployerWords)
{
    public static DraftFacts None { get; } = new(false, null, null, false, null, []);
}

/// <param name="Unit">"hour", "year"; empty when missing.</param>
public sealed record PayFacts(decimal? Min, decimal? Max, string Unit, string Currency);
