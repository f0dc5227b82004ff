using System.Text;

namespace Recruit.Templates;

/// <summary>The one place that decides on hashtags: at least three, at most five, the most useful first, without the number sign.</summary>
public static class Hashtags
{
    private const int Most = 5;
    private const int LongestTag = 24;

    public static IReadOnlyList<string> For(string? specialty, CopyOccupation? occupation, bool remote)
    {
        IEnumerable<string?> wanted =
        [
            occupation?.JobsTag,
            CamelCase(specialty),
            occupation?.FieldTag,
            remote ? "RemoteJobs" : null,
            "HealthcareJobs",
            "HospitalJobs",
            "HealthcareCareers",
        ];

        var tags = wanted.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return [.. tags.Take(Math.Min(Most, Math.Max(3, tags.Count - 2)))];
    }

    /// <summary>"labor and delivery" becomes LaborAndDelivery: screen readers read the words of a hashtag only by its capitals.</summary>
    public static string? CamelCase(string? words)
    {
        var tag = new StringBuilder();
        var starts = true;
        foreach (var rune in (words ?? "").Replace("&", " and ", StringComparison.Ordinal).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                tag.Append(starts ? Rune.ToUpperInvariant(rune) : rune);
            // An apostrophe is part of its word: Women's gives Womens.
            starts = !Rune.IsLetterOrDigit(rune) && rune.Value is not ('\'' or '’');
        }

        return tag.Length is > 1 and <= LongestTag && !char.IsAsciiDigit(tag[0]) ? tag.ToString() : null;
    }
}
