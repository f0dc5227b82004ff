
namespace Recruit.Compliance.Rules;

/// <summary>HIP-J: no number of a bill, an account or a payment card.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(J), read 2026-11-24; cards are told by the checksum of ISO/IEC 7812, bank accounts by that of ISO 13616.
public sealed class AccountRule : IComplianceRule
{
    private static readonly Concern Number = new("HIP-J", Severity.Block,
        "This looks like the number of somebody's account or card.", "Take it out. A vacancy never needs one.", "J");

    private static readonly GuardPattern Labeled = GuardPattern.Of(
        @"\b(?:account|acct|acc|guarantor|invoice|claim|billing|statement)\.?[\s:#.=\-(]{0,4}(?:(?:id|no|num|number|is|was)\b[\s:#.=\-(]{0,4}){0,2}[A-Z]{0,4}\d[\d\-]{5,18}");

    private static readonly GuardPattern Card = GuardPattern.Of(@"\b[3-6]\d{3}[\- ]?\d{4}[\- ]?\d{4}[\- ]?\d{1,7}\b|\b3\d{3}[\- ]?\d{6}[\- ]?\d{5}\b");

    private static readonly GuardPattern Iban = GuardPattern.Of(@"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var text in reading.TextsWithDigits)
        {
            var cards = Card.In(text.Text).Where(span => Checksums.IsLuhn(text.Text.AsSpan(span.Start, span.Length), fewest: 13));
            var banks = Iban.In(text.Text).Where(span => Checksums.IsIban(text.Text.AsSpan(span.Start, span.Length)));
            foreach (var found in Labeled.In(text.Text).Concat(cards).Concat(banks))
                yield return text.At(Number, found.Start, found.Length);
        }
    }
}
