using Recruit.Compliance.Patients;

namespace Recruit.Compliance.Rules;

/// <summary>HIP-L: a license plate or a vehicle's number. Beside care it blocks; alone a reviewer looks whose it is.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(L); the vehicle's check digit on 49 CFR 565.15. Both read 2026-11-24.
public sealed class VehicleRule : IComplianceRule
{
    private static readonly Concern Plate = new("HIP-L", Severity.Review,
        "This looks like a license plate or a vehicle's number.", "Take it out.", "L");

    private static readonly GuardPattern Labeled = GuardPattern.Of(@"\b(?:license |licence )?(?:plates?|tag)(?: (?:no|number|is|was|reads?))?[\s:#.]{1,3}[A-Z0-9]{1,4}[\- ]?\d[A-Z0-9]{1,5}\b");
    private static readonly GuardPattern Vin = GuardPattern.Of(@"\b[A-HJ-NPR-Z0-9]{17}\b");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var clues in reading.Places.Where(clues => clues.Plain.HasDigits))
        {
            var text = clues.Plain;
            var vehicles = Vin.In(text.Text).Where(span => Checksums.IsVin(text.Text.AsSpan(span.Start, span.Length)));
            foreach (var found in Labeled.In(text.Text).Concat(vehicles))
            {
                var sentence = clues.SentenceAt(found.Start);
                var cared = clues.Has(sentence, Clue.Condition, Clue.Outcome, Clue.SomePatient, Clue.OurPatient, Clue.SomePerson, Clue.Pronoun);
                yield return text.At(cared ? Plate with { Severity = Severity.Block } : Plate, found.Start, found.Length);
            }
        }
    }
}
