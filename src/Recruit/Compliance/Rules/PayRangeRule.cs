using System.Text.RegularExpressions;

namespace Recruit.Compliance.Rules;

/// <summary>PAY-2: a pay range has two ends in the right order and a unit.</summary>
// Stands on state pay-transparency guidance, which asks for both ends in good faith: Colorado INFO #9A, Washington L&I.
// Named in summaries read 2026-11-24; the texts themselves wait for the owner of the pay rules.
public sealed class PayRangeRule : IComplianceRule
{
    private const string Amount = @"\$\s?\d[\d,]{0,9}(?:\.\d{1,2})?k?";

    private static readonly Concern WrongOrder = new("PAY-2", Severity.Block,
        "The lowest pay is higher than the highest.", "Correct the pay range of the vacancy.");

    private static readonly Concern NoUnit = new("PAY-2", Severity.Block,
        "The pay does not say what it is paid for.", "Choose hour or year as the unit of pay.");

    private static readonly Concern OpenEnded = new("PAY-2", Severity.Review,
        "A pay range with one open end tells applicants too little, and several states forbid it.", "Give both ends of the range.");

    private static readonly Regex OneEnd = GuardPattern.Of(
        $@"(?:{Amount}\s{{0,2}}(?:\+|(?:/|per |an |a )?(?:hour|hr|year|yr)?\s{{0,2}}(?:and up\b|or more\b|and above\b|or higher\b))|\b(?:up to|as much as|starting (?:at|from)|from)\s{{1,2}}{Amount})");

    private static readonly Regex BothEnds = GuardPattern.Of($@"{Amount}[^$]{{0,12}}(?:-|\bto\b|\band\b|—)\s{{0,2}}(?:up to )?{Amount}");
    private static readonly Regex NotPay = GuardPattern.Of(@"\b(?:bonus|tuition|relocation|loan|stipend|reimburse\w{0,6}|allowance|award|assistance|differential|forgiveness|benefit|match|debt|program|incentive|payment)");

    public IEnumerable<Finding> Check(DraftReading reading, DateTimeOffset now)
    {
        if (reading.Draft.Facts.Pay is { } pay)
        {
            if (pay.Min > pay.Max)
                yield return WrongOrder.About("text");
            if ((pay.Min ?? pay.Max) is not null && string.IsNullOrWhiteSpace(pay.Unit))
                yield return NoUnit.About("text");
        }

        foreach (var text in reading.Texts)
        {
            foreach (var found in OneEnd.EnumerateMatches(text.Text).ToSpans())
            {
                if (!IsRange(text, found) && !NotPay.IsMatch(text.Before(found.Start, 90)) && !NotPay.IsMatch(text.After(found.End, 40)))
                    yield return text.At(OpenEnded, found.Start, found.Length);
            }
        }
    }

    private static bool IsRange(PlainText text, MatchSpan found) =>
        BothEnds.IsMatch(text.Around(found, 16, 30));
}
