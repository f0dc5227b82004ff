using System.Text.RegularExpressions;

namespace Recruit.Compliance.Rules;

/// <summary>HIP-J: no number of a bill, an account or a payment card.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(J), read 2026-11-24; cards are told by the Luhn checksum of ISO/IEC 7812.
public sealed class AccountRule : IComplianceRule
{
    private static readonly Concern Number = new("HIP-J", Severity.Block,
        "This looks like the number of somebody's account or card.", "Take it out. A vacancy never needs one.", "J");

    private static readonly Regex Labeled = GuardPattern.Of(
        @"\b(?:account|acct|guarantor|invoice|claim|billing|statement)\.?[\s:#.=\-(]{0,4}(?:(?:id|no|num|number|is|was)\b[\s:#.=\-(]{0,4}){0,2}[A-Z]{0,4}\d[\d\-]{5,18}");

    private static readonly Regex Card = GuardPattern.Of(@"\b[3-6]\d{3}[\- ]?\d{4}[\- ]?\d{4}[\- ]?\d{1,7}\b|\b3\d{3}[\- ]?\d{6}[\- ]?\d{5}\b");

    public IEnumerable<Finding> Check(DraftReading reading, DateTimeOffset now)
    {
        foreach (var text in reading.Texts)
        {
            var cards = Card.EnumerateMatches(text.Text).ToSpans().Where(span => PassesLuhn(text.Text.AsSpan(span.Start, span.Length)));
            foreach (var found in Labeled.EnumerateMatches(text.Text).ToSpans().Concat(cards))
                yield return text.At(Number, found.Start, found.Length);
        }
    }

    private static bool PassesLuhn(ReadOnlySpan<char> card)
    {
        var (sum, place) = (0, 0);
        for (var at = card.Length - 1; at >= 0; at--)
        {
            if (!char.IsAsciiDigit(card[at]))
                continue;

            var digit = (card[at] - '0') * (place++ % 2 + 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return place >= 13 && sum % 10 == 0;
    }
}
