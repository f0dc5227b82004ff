using Recruit.Compliance.Patients;

namespace Recruit.Compliance;

/// <summary>A draft made ready for the rules once: every place's words normalized, clues to patients found.</summary>
public sealed class DraftReading
{
    // Bounds the time that any text can take. The longest copy that a network invites has a third of it.
    private const int MostCharacters = 10_000;

    private DraftReading(Draft draft, bool hasClosed, IReadOnlyList<PlainText> texts)
    {
        Draft = draft;
        HasClosed = hasClosed;
        Texts = texts;
        Places = [.. texts.Select(text => new PatientClues(text))];
        TextsWithDigits = [.. texts.Where(text => text.HasDigits)];
        Employer = new(draft.Facts.EmployerWords);
    }

    public Draft Draft { get; }

    /// <summary>The vacancy's closing date has passed.</summary>
    public bool HasClosed { get; }

    public IReadOnlyList<PlainText> Texts { get; }

    public IReadOnlyList<PlainText> TextsWithDigits { get; }

    public IReadOnlyList<PatientClues> Places { get; }

    public EmployerWords Employer { get; }

    /// <summary>Null when there is more to read than the guard can promise to read in time.</summary>
    public static DraftReading? Of(Draft draft, bool hasClosed = false)
    {
        if (draft.AllWords().Sum(words => words.Words.Length) > MostCharacters)
            return null;

        // Counted again, since one character may stand for eighteen.
        List<PlainText> texts = [.. draft.AllWords().Select(words => TextNormalizer.Normalize(words.Place, words.Words))];
        return texts.Sum(text => text.Text.Length) > MostCharacters ? null : new(draft, hasClosed, texts);
    }
}
