using Recruit.Compliance.Patients;

namespace Recruit.Compliance.Rules;

/// <summary>HIP-B: a room or bed by number.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(B), places smaller than a state; read 2026-11-24. Rooms for interviews and offices pass.
public sealed class PatientPlaceRule : IComplianceRule
{
    private static readonly Concern Bed = new("HIP-B", Severity.Block,
        "A room or bed number points to the person who lies there.", "Take the number out, and make sure that nothing else points to one patient.", "B");

    private static readonly Concern Room = Bed with
    {
        Severity = Severity.Review,
        Reason = "A room or bed number may point to a patient.",
        Advice = "Say what the room is for, or take the number out.",
    };

    private static readonly GuardPattern NotPatients = GuardPattern.Of(
        @"\b(?:interviews?|walk-ins?|apply|office|building|bldg|annex|conference|class(?:room)?|orientation|human resources|hr|mail|street|avenue|ave|floor|education|job fair|open house|address|desk|broadway|suite)\b");

    private static readonly GuardPattern Several = GuardPattern.Of(@"^ ?(?:to|through|-|and|&) ?\d");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var clues in reading.Places)
        {
            foreach (var sentence in clues.Sentences)
            {
                if (clues.First(sentence, Clue.Room) is not { } room)
                    continue;

                if (Several.IsMatch(clues.Plain.After(room.End, 12)))
                    continue;

                if (clues.Has(sentence, Clue.SomePatient, Clue.SomePerson, Clue.Outcome, Clue.Pronoun, Clue.Condition, Clue.Past, Clue.Thanks))
                    yield return clues.Plain.At(Bed, room.Start, room.Length);
                else if (!NotPatients.IsMatch(clues.Plain.Text.AsSpan(sentence.Start, sentence.Length)))
                    yield return clues.Plain.At(Room, room.Start, room.Length);
            }
        }
    }
}
