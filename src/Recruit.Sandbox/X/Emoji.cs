namespace Recruit.Sandbox.X;

public static class Emoji
{
    private const int PresentationSelector = 0xFE0F;
    private const int Keycap = 0x20E3;

    /// <summary>Whether a grapheme is one emoji, however many code points (joiners, skin tones, flags) it is made of.</summary>
    public static bool Is(string grapheme)
    {
        var runes = grapheme.EnumerateRunes().Select(rune => rune.Value).ToList();
        return runes.Exists(IsPictograph) || (runes.Count > 1 && (runes.Contains(PresentationSelector) || runes.Contains(Keycap)));
    }

    private static bool IsPictograph(int code) =>
        code is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2B05 and <= 0x2B55) or (>= 0x231A and <= 0x23FF) or (>= 0x2190 and <= 0x21FF) or 0x203C or 0x2049 or 0x2122 or 0x2139 or 0x24C2 or 0x3030 or 0x303D or 0x3297 or 0x3299;
}
