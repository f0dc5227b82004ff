using Recruit.Compliance.Patients;

namespace Recruit.Compliance.Rules;

/// <summary>HIP-R on praise, staff stories, captions and events: these tell of people, so one clue to a single person is enough for a reviewer to look.</summary>
// Stands on 45 CFR 164.514(b)(2)(ii) and on OCR's case against Cadia (2025-09-30), where success stories went out without authorization. Read 2026-11-24.
public sealed class StorySurfaceRule : IComplianceRule
{
    private static readonly Concern Perhaps = new("HIP-R", Severity.Review,
        "This may tell about one particular patient.", "Speak of patients in general, or publish it as a story with a signed authorization.", "R");

    private static readonly Clue[] Person =
        [Clue.SomePatient, Clue.OurPatient, Clue.KnownPerson, Clue.Age, Clue.Room, Clue.TheirCondition, Clue.MyCare, Clue.YourCare, Clue.Pronoun];

    // A program, an award or a number of people is no person.
    private static readonly GuardPattern OfMany = GuardPattern.Of(
        @"\b(?:programs?|certifi\w{4,8}|accredit\w{2,6}|award(?:ed|s)?|designat\w{2,4}|ranked|percent|%|screenings?|free|5k|awareness|class(?:es)?|lecture|conference|symposium|department|patients|residents|clients|families|people|communities|each|every|any|hiring|suites?|opens?|opening|opened|scanners?|machines?|robots?|equipment|building|tower|lobby|technology|vacanc\w{1,3}|positions?|shifts?)");

    private static readonly GuardPattern InCare = GuardPattern.Of(
        @"\b(?:first|last|final|another|new) (?:\w{1,12} ){0,2}(?:chemo|radiation|infusion|treatment|dialysis|therapy|graduate|grad|steps?|bath|ride home|baby|bell|day|save)\b|\bday (?:\d{1,3}|one)\b|\bround \d{1,2}\b|\b(?:ringing|rang|rings) \w{2,4} bell\b|\bscar\b|\bjourney\b|\bbefore and after\b|\bx-?ray of\b|\bfootprints\b|\bwristband\b|\bwhiteboard\b|\bscreenshot\b|\bblurred\b|\bstretcher\b|\bhomecoming\b|\bin memory of\b|\bin honor of\b|\bnow home\b|\bsize of a\b|\bpounds? lighter\b|\bsurvivors?\b|\btest patient\b|\btestimonial\b|\bspotlight\b");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        if (reading.Draft.Surface is Surface.JobPost or Surface.Reply)
            yield break;

        foreach (var clues in reading.Places)
        {
            foreach (var sentence in clues.Sentences)
            {
                if (Hint(clues, sentence) is { } found)
                    yield return clues.Plain.At(Perhaps, found.Start, found.Length);
            }
        }
    }

    private static MatchSpan? Hint(PatientClues clues, Sentence sentence)
    {
        foreach (var clue in Person)
        {
            if (clues.First(sentence, clue) is { } person)
                return person;
        }

        var words = clues.Plain.Text.AsSpan(sentence.Start, sentence.Length);
        foreach (var told in InCare.In(words))
            return new MatchSpan(sentence.Start + told.Start, told.Length);

        if (OfMany.IsMatch(words))
            return null;

        return clues.First(sentence, Clue.Outcome) ?? clues.First(sentence, Clue.Talk) ?? clues.First(sentence, Clue.SomePerson)
            ?? (clues.Has(sentence, Clue.Past, Clue.Time, Clue.CareHere) ? clues.First(sentence, Clue.Condition) : null);
    }
}
