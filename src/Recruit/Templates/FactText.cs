using System.Globalization;
using System.Text;

namespace Recruit.Templates;

/// <summary>Facts as people typed or imported them, made fit to stand in one line of copy.</summary>
public static class FactText
{
    /// <summary>"critical care" for "Critical care", in the middle of a sentence; "ICU" stays.</summary>
    public static string InSentence(string words) => words.Length > 1 && char.IsLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    /// <summary>One line in NFC; null when nothing is left, because an empty string counts as true in a template's <c>if</c>.</summary>
    public static string? Clean(string? fact)
    {
        var line = new StringBuilder(fact?.Length ?? 0);
        foreach (var rune in (fact ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            else if (CanStand(rune))
                line.Append(rune);
        }

        var cleaned = line.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
        return cleaned.Length == 0 ? null : cleaned;
    }

    /// <summary>"January 15", with the year when it is not that of <paramref name="today"/>.</summary>
    public static string? Day(DateOnly? day, DateOnly today)
        => day?.ToString(day.Value.Year == today.Year ? "MMMM d" : "MMMM d, yyyy", CultureInfo.InvariantCulture);

    // U+FFFD is what stands for a broken surrogate; X refuses U+FEFF, U+FFFE and U+FFFF.
    // https://github.com/twitter/twitter-text (invalid characters), read 2026-11-24.
    private static bool CanStand(Rune rune) => rune.Value is not (0xFFFD or 0xFEFF or 0xFFFE or 0xFFFF);
}
