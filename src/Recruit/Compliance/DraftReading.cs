using Recruit.Compliance.Patients;

namespace Recruit.Compliance;

/// <summary>A draft made ready for the rules once: every place's words normalized, clues to patients found.</summary>
public sealed class DraftReading(Draft draft)
{
    public Draft Draft { get; } = draft;

    public IReadOnlyList<PatientClues> Places { get; } =
        [.. draft.AllWords().Select(words => new PatientClues(TextNormalizer.Normalize(words.Place, words.Words)))];

    public EmployerWords Employer { get; } = new(draft.Facts.EmployerWords);

    public IEnumerable<PlainText> Texts => Places.Select(place => place.Plain);
}
