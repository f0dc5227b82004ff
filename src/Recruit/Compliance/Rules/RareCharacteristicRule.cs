using Recruit.Compliance.Patients;

namespace Recruit.Compliance.Rules;

/// <summary>HIP-R: nobody is named, yet the town knows who it is: by office, by the news, as the only one.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(R) and (ii), any unique characteristic; read 2026-11-24.
public sealed class RareCharacteristicRule : IComplianceRule
{
    private static readonly Concern Known = new("HIP-R", Severity.Block,
        "Readers may know which patient this is without a name.", "Take the story out, or publish it as a story with a signed authorization.", "R");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var clues in reading.Places)
        {
            for (var i = 0; i < clues.Sentences.Count; i++)
            {
                var sentence = clues.Sentences[i];
                if ((ByOffice(clues, sentence) ?? ByTalk(clues, sentence, i)) is { } found)
                    yield return clues.Plain.At(Known, found.Start, found.Length);
            }
        }
    }

    private static MatchSpan? ByOffice(PatientClues clues, Sentence sentence) =>
        clues.First(sentence, Clue.KnownPerson) is { } person
        && clues.Has(sentence, Clue.Condition, Clue.Outcome, Clue.TheirCondition, Clue.CareHere) ? person : null;

    private static MatchSpan? ByTalk(PatientClues clues, Sentence sentence, int index)
    {
        if (clues.First(sentence, Clue.Talk) is not { } talk)
            return null;

        var whole = index + 1 < clues.Sentences.Count ? sentence with { End = clues.Sentences[index + 1].End } : sentence;
        return clues.Has(whole, Clue.Outcome, Clue.TheirCondition) || clues.Has(whole, Clue.Pronoun, Clue.SomePerson, Clue.Age) && clues.Has(whole, Clue.CareHere, Clue.Condition)
            ? talk
            : null;
    }
}
