using System.Collections.Frozen;

namespace Recruit.Vacancies;

/// <summary>Every title of every occupation by its words, so that a match looks only at titles that share one.</summary>
internal static class OccupationTitles
{
    // What an advertised title weighs against one that the list only knows besides.
    private const double Advertised = 1;
    private const double Further = 0.95;

    private static readonly Entry[] Entries =
    [
        .. Occupations.All.SelectMany(occupation => occupation.OtherTitles.Select(title => Read(occupation, title, Advertised)).Prepend(Read(occupation, occupation.Title, Advertised) with { IsName = true })
            .Concat(occupation.FurtherTitles.Select(title => Read(occupation, title, Further)))).Where(entry => entry.Words.Length > 0),
    ];

    private static readonly ILookup<string, Entry> ByOccupation = Entries.ToLookup(entry => entry.Occupation.Code);

    private static readonly FrozenDictionary<string, int[]> ByWord = Entries.SelectMany((entry, place) => entry.Words.Select(word => (word, place)))
        .GroupBy(pair => pair.word, pair => pair.place).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly FrozenDictionary<string, double> Weights = ByWord.ToFrozenDictionary(pair => pair.Key, pair => Math.Log(1 + ((double)Entries.Length / pair.Value.Length)) * Emphasis(pair.Key));

    private static readonly FrozenDictionary<int, string[]> ByLength = Weights.Keys.Where(word => word.Length >= 6).GroupBy(word => word.Length).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly double[] Totals = [.. Entries.Select(entry => entry.Words.Sum(word => Weights[word]))];

    public static IReadOnlyList<Entry> All => Entries;

    public static IEnumerable<Entry> Of(Occupation occupation) => ByOccupation[occupation.Code];

    public static bool Known(string word) => OccupationWords.Meaning([word.ToLowerInvariant()]) is { Count: > 0 } words && words.All(Weights.ContainsKey);

    public static double? WeightOf(string word) => Weights.TryGetValue(word, out var weight) ? weight : null;

    public static double TotalOf(int place) => Totals[place];

    public static IReadOnlyList<int> With(string word) => ByWord.GetValueOrDefault(word) ?? [];

    /// <summary>The known word that a mistyped one stands for: one letter wrong, missing, added or swapped. Null when none is that near.</summary>
    public static string? Near(string word)
    {
        if (word.Length < 6)
            return null;
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            foreach (var known in ByLength.GetValueOrDefault(length) ?? [])
            {
                if (known[0] == word[0] && OneSlip(known, word))
                    return known;
            }
        }

        return null;
    }

    private static bool OneSlip(string left, string right)
    {
        var start = 0;
        while (start < left.Length && start < right.Length && left[start] == right[start])
            start++;
        var end = 0;
        while (end < Math.Min(left.Length, right.Length) - start && left[^(end + 1)] == right[^(end + 1)])
            end++;
        var (restLeft, restRight) = (left[start..^end], right[start..^end]);
        return (restLeft.Length <= 1 && restRight.Length <= 1) || (restLeft.Length == 2 && restRight.Length == 2 && restLeft[0] == restRight[1] && restLeft[1] == restRight[0]);
    }

    private static Entry Read(Occupation occupation, string title, double share) => new(occupation, [.. OccupationWords.Of(title)], KindOf(title), share);

    /// <summary>Technician or technologist: near in words, apart in training.</summary>
    internal static string? KindOf(string title)
        => title.Contains("technologist", StringComparison.OrdinalIgnoreCase) ? "technologist" : title.Contains("technician", StringComparison.OrdinalIgnoreCase) ? "technician" : null;

    private static double Emphasis(string word) => word switch
    {
        "certified" or "licensed" or "clinical" or "care" or "health" or "medical" or "patient" or "services" or "service" or "general" or "specialist" or "advanced" or "practice" => 0.5,
        "registered" => 0.7,
        _ when AdTitle.NamesRole(word) => 1.5,
        _ => 1,
    };

    /// <param name="IsName">The occupation's own name, not one of its other titles.</param>
    internal sealed record Entry(Occupation Occupation, string[] Words, string? Kind, double Share, bool IsName = false);
}
