using System.Text;

namespace Recruit.Channels.X;

/// <summary>Finds whole emoji: X counts a family of four, a flag or a skin tone once. Grammar: https://www.unicode.org/reports/tr51/#EBNF_and_Regex.</summary>
public static class XEmoji
{
    private const int Joiner = 0x200D;
    private const int TextStyle = 0xFE0E;
    private const int EmojiStyle = 0xFE0F;
    private const int Keycap = 0x20E3;

    // Emoji of the basic plane (Unicode 14, property Emoji). Beyond it, the emoji blocks are taken whole: a lone character there counts 2 either way.
    private static readonly (int From, int To)[] Pictures =
    [
        (0x203C, 0x203C), (0x2049, 0x2049), (0x2122, 0x2122), (0x2139, 0x2139), (0x2194, 0x2199), (0x21A9, 0x21AA), (0x231A, 0x231B),
        (0x2328, 0x2328), (0x23CF, 0x23CF), (0x23E9, 0x23F3), (0x23F8, 0x23FA), (0x24C2, 0x24C2), (0x25AA, 0x25AB), (0x25B6, 0x25B6),
        (0x25C0, 0x25C0), (0x25FB, 0x25FE), (0x2600, 0x2604), (0x260E, 0x260E), (0x2611, 0x2611), (0x2614, 0x2615), (0x2618, 0x2618),
        (0x261D, 0x261D), (0x2620, 0x2620), (0x2622, 0x2623), (0x2626, 0x2626), (0x262A, 0x262A), (0x262E, 0x262F), (0x2638, 0x263A),
        (0x2640, 0x2640), (0x2642, 0x2642), (0x2648, 0x2653), (0x265F, 0x2660), (0x2663, 0x2663), (0x2665, 0x2666), (0x2668, 0x2668),
        (0x267B, 0x267B), (0x267E, 0x267F), (0x2692, 0x2697), (0x2699, 0x2699), (0x269B, 0x269C), (0x26A0, 0x26A1), (0x26A7, 0x26A7),
        (0x26AA, 0x26AB), (0x26B0, 0x26B1), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26C8, 0x26C8), (0x26CE, 0x26CF), (0x26D1, 0x26D1),
        (0x26D3, 0x26D4), (0x26E9, 0x26EA), (0x26F0, 0x26F5), (0x26F7, 0x26FA), (0x26FD, 0x26FD), (0x2702, 0x2702), (0x2705, 0x2705),
        (0x2708, 0x270D), (0x270F, 0x270F), (0x2712, 0x2712), (0x2714, 0x2714), (0x2716, 0x2716), (0x271D, 0x271D), (0x2721, 0x2721),
        (0x2728, 0x2728), (0x2733, 0x2734), (0x2744, 0x2744), (0x2747, 0x2747), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755),
        (0x2757, 0x2757), (0x2763, 0x2764), (0x2795, 0x2797), (0x27A1, 0x27A1), (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2934, 0x2935),
        (0x2B05, 0x2B07), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x3030, 0x3030), (0x303D, 0x303D), (0x3297, 0x3297),
        (0x3299, 0x3299), (0x1F000, 0x1F1E5), (0x1F200, 0x1FAFF),
    ];

    /// <summary>How many UTF-16 units the emoji at this place takes; 0 where none begins.</summary>
    public static int LengthAt(string text, int at)
    {
        var first = RuneAt(text, at);
        if (first is (>= '0' and <= '9') or '#' or '*')
        {
            var mark = RuneAt(text, at + 1) is EmojiStyle ? at + 2 : at + 1;
            return RuneAt(text, mark) is Keycap ? mark + 1 - at : 0;
        }

        // A letter that is no part of a flag weighs as a picture of its own, which is what any character of its plane weighs.
        if (IsFlagLetter(first))
            return RuneAt(text, at + 2) is var second && IsFlagLetter(second) && XEmojiJoins.IsFlag(first, second) ? 4 : 0;

        var end = ElementEnd(text, at);
        var last = first;
        while (end > at && RuneAt(text, end) is Joiner && RuneAt(text, end + 1) is var joined && XEmojiJoins.MayJoin(last, joined) && ElementEnd(text, end + 1) is var next && next > end + 1)
            (end, last) = (next, joined);
        return end - at;
    }

    // One picture with its style, skin tone or tags; the place itself where there is none.
    private static int ElementEnd(string text, int at)
    {
        var picture = RuneAt(text, at);
        var end = at + Size(picture);
        var styled = RuneAt(text, end) is EmojiStyle;
        // Copyright and registered signs are letters unless they are styled.
        var isPicture = picture is 0xA9 or 0xAE ? styled : Pictures.Any(range => picture >= range.From && picture <= range.To);
        if (!isPicture || RuneAt(text, end) is TextStyle)
            return at;

        if (styled)
            end++;
        if (RuneAt(text, end) is >= 0x1F3FB and <= 0x1F3FF && XEmojiJoins.TakesTone(picture))
            return end + 2;

        var letters = "";
        var tags = end;
        for (; RuneAt(text, tags) is >= 0xE0020 and <= 0xE007E; tags += 2)
            letters += (char)(RuneAt(text, tags) - 0xE0000);
        return RuneAt(text, tags) is 0xE007F && XEmojiJoins.IsNation(picture, letters) ? tags + 2 : end;
    }

    private static bool IsFlagLetter(int rune) => rune is >= 0x1F1E6 and <= 0x1F1FF;

    private static int RuneAt(string text, int at) => at < text.Length && Rune.TryGetRuneAt(text, at, out var rune) ? rune.Value : -1;

    private static int Size(int rune) => rune > char.MaxValue ? 2 : 1;
}
