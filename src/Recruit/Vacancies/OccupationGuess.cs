using System.Buffers;

namespace Recruit.Vacancies;

/// <summary>Scores a vacancy's title against every title of every occupation.</summary>
internal static class OccupationGuess
{
    private const double NearEnough = 0.7;
    private const string RegisteredNurses = "29-1141.00";
    private const string CriticalCareNurses = "29-1141.03";

    private static readonly SearchValues<char> PartEnds = SearchValues.Create(",(/:;–—");

    private static readonly Lazy<IReadOnlyList<(Occupation Occupation, HashSet<string> Words)>> Titles = new(() =>
    [
        .. Occupations.All.SelectMany(occupation => occupation.OtherTitles.Prepend(occupation.Title)
            .Select(title => (occupation, OccupationWords.Of(title).ToHashSet())))
            .Where(title => title.Item2.Count > 0),
    ]);

    public static Occupation? For(string title)
    {
        var all = OccupationWords.Of(title).ToHashSet();
        // "Nurse Practitioner (Cardiothoracic Surgery)": the role stands before the first break; the rest only tells where it is done.
        var (found, score) = new[] { OccupationWords.Of(FirstPart(title)).ToHashSet(), all }.Select(Best).MaxBy(match => match.Score);
        if (found is null || score < NearEnough)
            return null;

        // "Care" and "unit" stand in half of all nurses' titles, so likeness alone mixes these two up.
        return found.Code is RegisteredNurses or CriticalCareNurses ? Occupations.WithCode(IsCriticalCare(all) ? CriticalCareNurses : RegisteredNurses) : found;
    }

    private static (Occupation? Occupation, double Score) Best(HashSet<string> words)
    {
        if (words.Count == 0)
            return (null, 0);

        var best = Titles.Value.Select(title => (title.Occupation, Score: Likeness(words, title.Words))).MaxBy(match => match.Score);
        return (best.Occupation, best.Score);
    }

    /// <summary>Twice the shared words over all words of both: 1 when they are the same.</summary>
    private static double Likeness(HashSet<string> left, HashSet<string> right) => 2.0 * right.Count(left.Contains) / (left.Count + right.Count);

    private static bool IsCriticalCare(HashSet<string> words)
        => words.Contains("ccu") || words.Contains("ticu") || words.Contains("critical") || (words.Contains("intensive") && words.Contains("care"));

    private static string FirstPart(string title)
    {
        var end = title.AsSpan().IndexOfAny(PartEnds);
        var dash = title.IndexOf('-', StringComparison.Ordinal);
        // A hyphen inside a word ("X-Ray") is no break; one after a space or before a space is.
        if (dash > 0 && dash + 1 < title.Length && (title[dash - 1] == ' ' || title[dash + 1] == ' ') && (end < 0 || dash < end))
            end = dash;
        return end > 0 ? title[..end] : title;
    }
}
