using Recruit.Compliance.Patients;

namespace Recruit.Compliance.Rules;

/// <summary>HIP-B: a street address that is not the facility's. Beside care it is where somebody lives and blocks; alone a reviewer looks.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(B), read 2026-11-24.
public sealed class StreetRule : IComplianceRule
{
    private static readonly Concern Street = new("HIP-B", Severity.Review,
        "This address is not among those of the facility.", "Check whose it is. If it is the hospital's, add it to the facility.", "B");

    private static readonly GuardPattern Address = GuardPattern.WithCase(
        @"\b\d{1,5} (?:[NSEW]\.? |North |South |East |West )?(?:\p{Lu}[\p{L}'.]{1,20} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Highway|Hwy|Way|Parkway|Pkwy|Circle|Terrace)\b");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var clues in reading.Places.Where(clues => clues.Plain.HasDigits))
        {
            foreach (var found in Address.In(clues.Plain.Text))
            {
                if (reading.Employer.Cover(clues.Plain, found))
                    continue;

                var sentence = clues.SentenceAt(found.Start);
                var lives = clues.Has(sentence, Clue.Condition, Clue.Outcome, Clue.SomePatient, Clue.OurPatient, Clue.SomePerson, Clue.Pronoun, Clue.Age);
                yield return clues.Plain.At(lives ? Street with { Severity = Severity.Block } : Street, found.Start, found.Length);
            }
        }
    }
}
