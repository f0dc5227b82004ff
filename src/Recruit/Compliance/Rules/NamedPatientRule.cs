using Recruit.Compliance.Patients;

namespace Recruit.Compliance.Rules;

/// <summary>HIP-A: a person's name. Beside care it is a patient's name and blocks; alone a reviewer looks whose it is.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(A), and for praise of named staff on the hospital's consent policy; read 2026-11-24.
public sealed class NamedPatientRule : IComplianceRule
{
    private static readonly Concern Patient = new("HIP-A", Severity.Block,
        "A name stands beside somebody's care, condition or stay.", "Take the name and the story out, or publish it as a story with a signed authorization.", "A");

    private static readonly Concern Somebody = new("HIP-A", Severity.Review,
        "This names a person whom neither the facility nor the vacancy lists.", "Take the name out, or list the person as a contact or as staff with consent.", "A");

    private static readonly Clue[] Care =
        [Clue.Condition, Clue.Outcome, Clue.Age, Clue.Room, Clue.YourCare, Clue.MyCare, Clue.TheirCondition, Clue.OurPatient, Clue.CareHere];

    private static readonly GuardPattern ActsBefore = GuardPattern.WithCase("^ (?:[a-z]{2,12}ed|went|came|told|said|wrote|fell|got|took|had|was) ");

    private static readonly GuardPattern Contact = GuardPattern.Of(@"\b(?:contact|call|email|e-mail|recruiter|questions|ask|reach|attn|attention|send|manager|director|supervisor|phone|text)\b");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var clues in reading.Places)
        {
            foreach (var name in clues.Names)
            {
                var sentence = clues.SentenceAt(name.Span.Start);
                var words = clues.Plain.Text.Substring(name.Span.Start, name.Span.Length);
                if (reading.Employer.Cover(clues.Plain, name.Span))
                    continue;

                var isContact = reading.Employer.HoldName(words) || Contact.IsMatch(clues.Plain.Text.AsSpan(sentence.Start, sentence.Length));
                if (!isContact && IsCaredFor(clues, sentence))
                    yield return clues.Plain.At(Patient, name.Span.Start, name.Span.Length);
                else if ((name.IsFormal || reading.Draft.Surface != Surface.JobPost || ActsBefore.IsMatch(clues.Plain.After(name.Span.End, 20))) && !reading.Employer.HoldName(words))
                    yield return clues.Plain.At(Somebody, name.Span.Start, name.Span.Length);
            }
        }
    }

    private static bool IsCaredFor(PatientClues clues, Sentence sentence) =>
        clues.Has(sentence, Care) && (clues.Has(sentence, Clue.Past, Clue.Thanks, Clue.Outcome, Clue.Age, Clue.Room, Clue.MyCare, Clue.Time) || !clues.Has(sentence, Clue.Duty))
        || clues.Has(sentence, Clue.Past) && clues.Has(sentence, Clue.Pronoun);
}
