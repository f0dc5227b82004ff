namespace Recruit.Channels;

/// <summary>What the network demands of a post's words and media.</summary>
/// <param name="MaxLength">In the network's own unit, see <paramref name="Measure"/>.</param>
/// <param name="Measure">Length of a text as the network counts it.</param>
/// <param name="Unit">What is counted, for people: "characters".</param>
/// <param name="LinkStandsInText">True where the link is part of the words, false where it is a field of its own beside them.</param>
/// <param name="Price">What the network charges us for a post of these words, in US dollars; null where posting is free.</param>
/// <param name="Refusal">A sentence when the network would refuse a character of the text, else null.</param>
public sealed record PostLimits(
    int MaxLength,
    Func<string, int> Measure,
    string Unit,
    bool LinkStandsInText,
    int MaxImages = 4,
    int MaxAltText = 1000,
    Func<string, decimal>? Price = null,
    Func<string, string?>? Refusal = null)
{
    public bool Fits(string text) => Measure(text) <= MaxLength;
}
