
namespace Recruit.Compliance.Patients;

/// <summary>The clues of one place's words, each pattern run once over the whole, then asked sentence by sentence.</summary>
public sealed class PatientClues
{
    private const int Reach = 40;

    private readonly Dictionary<Clue, List<MatchSpan>> _found;

    public PatientClues(PlainText plain)
    {
        Plain = plain;
        Sentences = [.. Sentence.In(plain.Text)];
        _found = CluePatterns.All.ToDictionary(clue => clue.Key, clue => In(plain.Text, clue.Value));
        foreach (var clue in (Clue[])[Clue.OurPatient, Clue.SomePatient, Clue.SomePerson, Clue.KnownPerson])
            _found[clue].RemoveAll(span => !CluePatterns.PersonAfter.IsMatch(plain.After(span.End, Reach)));
        Add(Clue.TheirCondition, span => CluePatterns.TheirBefore.IsMatch(plain.Before(span.Start, Reach)));
        Add(Clue.YourCare, span => CluePatterns.YourBefore.IsMatch(plain.Before(span.Start, Reach)) && CluePatterns.YourAfter.IsMatch(plain.After(span.End, 8)));
        Names = PersonNames.In(plain.Text);
        var either = CluePatterns.EitherSex.In(plain.Text);
        foreach (var clue in (Clue[])[Clue.Pronoun, Clue.HeOrSheActs, Clue.TheirCondition])
            Drop(clue, either);

        // "One of our residents" is not the plural of a duty.
        Drop(Clue.Duty, _found[Clue.OurPatient]);
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

    /// <summary>The sentence that an offset stands in.</summary>
    public Sentence SentenceAt(int offset) => Sentences[IndexAfter(Sentences, sentence => sentence.End <= offset)];

    private static List<MatchSpan> In(string text, GuardPattern[] patterns)
    {
        var found = patterns[0].In(text);
        foreach (var pattern in patterns.AsSpan(1))
            found.AddRange(pattern.In(text));
        if (patterns.Length > 1)
            found.Sort((one, other) => one.Start.CompareTo(other.Start));
        return found;
    }

    // Conditions that are somebody's, merged in the order of the text.
    private void Add(Clue clue, Func<MatchSpan, bool> isTheirs)
    {
        var found = _found[Clue.Condition].FindAll(span => isTheirs(span));
        if (found.Count > 0)
            _found[clue] = [.. _found[clue].Concat(found).OrderBy(span => span.Start)];
    }

    private void Drop(Clue clue, List<MatchSpan> others) => _found[clue].RemoveAll(span =>
        IndexAfter(others, other => other.End <= span.Start) is var next && next < others.Count && others[next].Start < span.End);

    private static MatchSpan? First(List<MatchSpan> spans, int from, int to)
    {
        var index = IndexAfter(spans, span => span.Start < from);
        return index < spans.Count && spans[index].Start < to ? spans[index] : null;
    }

    // By halves: a text made of nothing but clues must not cost the square of its length.
    private static int IndexAfter<T>(IReadOnlyList<T> sorted, Func<T, bool> isBefore)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isBefore(sorted[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
