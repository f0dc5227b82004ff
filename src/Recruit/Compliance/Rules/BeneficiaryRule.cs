
namespace Recruit.Compliance.Rules;

/// <summary>HIP-I: no number of a health plan's member: a Medicare beneficiary identifier, or a member, policy or Medicaid id with a value.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(I); the shape of the Medicare identifier (eleven places, no S L O I B Z) follows Microsoft
// Presidio's US_MBI recognizer (MIT). Both read 2026-11-24.
public sealed class BeneficiaryRule : IComplianceRule
{
    private const string Letter = "[AC-HJKMNP-RT-Y]";
    private const string Either = "[0-9AC-HJKMNP-RT-Y]";

    private static readonly Concern Number = new("HIP-I", Severity.Block,
        "This looks like the insurance number of a person.", "Take it out. A vacancy never needs one.", "I");

    private static readonly GuardPattern Medicare = GuardPattern.Of(
        $@"\b[1-9]{Letter}{Either}\d[\- ]?{Letter}{Either}\d[\- ]?{Letter}{{2}}\d\d\b");

    private static readonly GuardPattern Labeled = GuardPattern.Of(
        @"\b(?:(?:member|subscriber|policy|plan|group|medicaid|medicare|beneficiary|insurance|insured|health plan|HMO|PPO)[\s\-]{1,2}(?:id|no|num|number|card|#)|HICN?|MBI|policyholder)[\s:#.=\-(]{0,4}(?:(?:id|no|num|number|is|was)\b[\s:#.=\-(]{0,4}){0,2}[A-Z]{0,4}[\- ]?\d[\dA-Z\-]{4,18}");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var text in reading.TextsWithDigits)
        {
            foreach (var found in Medicare.In(text.Text))
            {
                if (!EmployerLabel.Precedes(text, found.Start))
                    yield return text.At(Number, found.Start, found.Length);
            }

            foreach (var found in Labeled.In(text.Text))
                yield return text.At(Number, found.Start, found.Length);
        }
    }
}
