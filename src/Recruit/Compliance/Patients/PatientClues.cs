namespace Recruit.Compliance.Patients;

/// <summary>The clues of one place's words, each pattern run once over the whole, then asked sentence by sentence.</summary>
public sealed class PatientClues
{
    private readonly Dictionary<Clue, List<MatchSpan>> _found;

    public PatientClues(PlainText plain)
    {
        Plain = plain;
        Sentences = [.. Sentence.In(plain.Text)];
        _found = CluePatterns.All.ToDictionary(clue => clue.Key, clue => clue.Value.EnumerateMatches(plain.Text).ToSpans());
        Names = PersonNames.In(plain.Text);
        var either = CluePatterns.EitherSex.EnumerateMatches(plain.Text).ToSpans();
        foreach (var clue in (Clue[])[Clue.Pronoun, Clue.TheirCondition])
            _ = _found[clue].RemoveAll(span => either.Exists(pair => span.Start < pair.End && pair.Start < span.End));
    }

    public PlainText Plain { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public IReadOnlyList<PersonName> Names { get; }

    public bool Has(Sentence sentence, params ReadOnlySpan<Clue> clues)
    {
        foreach (var clue in clues)
        {
            if (First(sentence, clue) is not null)
                return true;
        }

        return false;
    }

    public MatchSpan? First(Sentence sentence, Clue clue) => First(_found[clue], sentence.Start, sentence.End);

    public MatchSpan? FirstAfter(Sentence sentence, Clue clue, int from) => First(_found[clue], from, sentence.End);

    private static MatchSpan? First(List<MatchSpan> spans, int from, int to)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Start < from)
                low = middle + 1;
            else
                high = middle;
        }

        return low < spans.Count && spans[low].Start < to ? spans[low] : null;
    }
}
