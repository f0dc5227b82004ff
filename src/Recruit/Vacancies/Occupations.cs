using System.Collections.Frozen;

namespace Recruit.Vacancies;

/// <summary>A healthcare occupation of the O*NET list.</summary>
/// <param name="Code">"29-1141.03".</param>
/// <param name="Title">In the plural, as the list names it.</param>
/// <param name="OtherTitles">As hospitals advertise it.</param>
/// <param name="FurtherTitles">As the list knows it besides; some are rare.</param>
public sealed record Occupation(string Code, string Title, IReadOnlyList<string> OtherTitles, IReadOnlyList<string> FurtherTitles)
{
    public override string ToString() => $"{Title} ({Code})";

    public bool Equals(Occupation? other) => other?.Code == Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}

/// <summary>The occupations that a hospital hires for. Where they come from and under which license stands in Occupations.tsv.</summary>
public static class Occupations
{
    private const string LicensedGroup = "29-";

    private static readonly FrozenDictionary<string, Occupation> ByCode = Read().ToFrozenDictionary(occupation => occupation.Code);

    public static IReadOnlyList<Occupation> All { get; } = [.. ByCode.Values.OrderBy(occupation => occupation.Code, StringComparer.Ordinal)];

    public static Occupation? WithCode(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Healthcare practitioners and technicians (SOC 29) work under a license or certification.</summary>
    public static bool IsLicensed(string code) => code.StartsWith(LicensedGroup, StringComparison.Ordinal);

    /// <summary>For typing ahead: by code, or by words of the title or of another title, best first.</summary>
    public static IReadOnlyList<Occupation> Find(string text, int most = 12)
    {
        var words = OccupationWords.Of(text);
        if (text.Trim().Length == 0)
            return [.. All.Take(most)];

        return [.. All
            .Select(occupation => (occupation, score: occupation.Code.StartsWith(text.Trim(), StringComparison.Ordinal) ? 100 : Score(occupation, words)))
            .Where(match => match.score > 0)
            .OrderByDescending(match => match.score).ThenBy(match => match.occupation.Code, StringComparer.Ordinal)
            .Take(most)
            .Select(match => match.occupation)];
    }

    /// <summary>The occupation that a vacancy's title most likely names; null when none is near enough to propose.</summary>
    public static Occupation? Guess(string title) => OccupationGuess.For(title);

    /// <summary>The occupations that the title may name, best first. Empty when no word of it is known.</summary>
    public static IReadOnlyList<OccupationMatch> Match(string title, int most = 5) => OccupationGuess.Best(title, most);

    /// <summary>Every word that was typed must begin a word of one title; the fewer words are left over, the better.</summary>
    private static double Score(Occupation occupation, IReadOnlyList<string> typed) => typed.Count == 0 ? 0 : OccupationTitles.Of(occupation).Max(entry
        => typed.All(part => entry.Words.Any(word => word.StartsWith(part, StringComparison.Ordinal))) ? entry.Share * (entry.IsName ? 1.2 : 1) * typed.Count / entry.Words.Length : 0);

    private static IEnumerable<Occupation> Read()
    {
        using var stream = typeof(Occupations).Assembly.GetManifestResourceStream("Recruit.Vacancies.Occupations.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var cells = line.Split('\t');
            yield return new Occupation(cells[0], cells[1], cells[2].Split('|', StringSplitOptions.RemoveEmptyEntries), cells[3].Split('|', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
