using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Recruit.Broadcasts.Import;

/// <summary>Repairs what exports do to text: blanks, wrongly decoded letters, capitals.</summary>
public static partial class ImportText
{
    // UTF-8 bytes that a program took for the Windows code page: the usual punctuation.
    private static readonly (string Wrong, string Right)[] Misread =
        [("â€™", "’"), ("â€˜", "‘"), ("â€œ", "“"), ("â€\u009d", "”"), ("â€“", "–"), ("â€”", "—"), ("â€¢", "•"), ("â€¦", "…")];

    private static readonly FrozenSet<string> KeptCapitals = FrozenSet.Create(
        "RN", "LPN", "LVN", "CNA", "NP", "CRNP", "APN", "APRN", "CRNA", "CNM", "CNS", "PA", "MD", "DO", "RT", "RRT", "PT", "PTA", "OT", "OTA", "SLP", "MLS", "MT", "MLT", "MA",
        "EMT", "LCSW", "RD", "HIM", "EVS", "ICU", "MICU", "SICU", "TICU", "NICU", "PICU", "CCU", "ED", "ER", "OR", "PACU", "OB", "PCU", "GU", "MRI", "CT", "HBPC", "PICC", "CBOC", "US", "VA", "STI", "TB");

    private static readonly FrozenSet<string> SmallWords = FrozenSet.Create("of", "for", "and", "the", "in", "at", "to", "or", "on");

    /// <summary>Blanks of all kinds become one space and lines stay; wrongly decoded letters become right; control characters go.</summary>
    public static string Clean(string text)
    {
        var cell = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        cell = Decode(cell);
        cell = Blanks().Replace(cell, " ");
        cell = new string([.. cell.Where(letter => letter == '\n' || !char.IsControl(letter))]);
        return string.Join('\n', cell.Split('\n').Select(line => line.Trim())).Trim();
    }

    /// <summary>"REGISTERED NURSE (ICU)" becomes "Registered Nurse (ICU)"; text with small letters stays as it is.</summary>
    public static string Calm(string text)
    {
        if (text.Any(char.IsLower) || text.Count(char.IsUpper) < 6)
            return text;

        return Words().Replace(text, match => (match.Value, match.Index) switch
        {
            // "OR" between other words is the conjunction only in small letters; in a shouted title it may be the operating room, so it is kept.
            ({ } word, _) when KeptCapitals.Contains(word) => word,
            ({ } word, > 0) when SmallWords.Contains(word.ToLowerInvariant()) => word.ToLowerInvariant(),
            ({ } word, _) => word[0] + word[1..].ToLowerInvariant(),
        });
    }

    private static string Decode(string text)
    {
        if (text.AsSpan().IndexOfAny('Â', 'Ã', 'â') < 0)
            return text;

        foreach (var (wrong, right) in Misread)
            text = text.Replace(wrong, right, StringComparison.Ordinal);
        // Padding cut in the middle of a letter leaves one half of it at the end.
        text = PaddingHalf().Replace(text, " ");

        try
        {
            return text.All(letter => letter < 256)
                ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.Latin1.GetBytes(text))
                : text;
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    [GeneratedRegex(@"[\t\u00a0\u2000-\u200b\u202f\u3000 ]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"Â(?=[\s\u00a0]|$)[\s\u00a0]?")]
    private static partial Regex PaddingHalf();

    [GeneratedRegex(@"[A-Z]+(['’][A-Z]+)?")]
    private static partial Regex Words();
}
