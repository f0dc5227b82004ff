using System.Globalization;

namespace Recruit.Compliance.Rules;

/// <summary>PAY-2: a pay range has two ends in the right order and a unit.</summary>
// Stands on state pay-transparency guidance, which asks for both ends in good faith: Colorado INFO #9A, Washington L&I.
// Named in summaries read 2026-11-24; the texts themselves wait for the owner of the pay rules.
public sealed class PayRangeRule : IComplianceRule
{
    private const decimal Wide = 2.5m;
    private const decimal VeryWide = 4;

    private const string Amount = @"\$\s?\d[\d,]{0,9}(?:\.\d{1,2})?k?";

    private static readonly Concern WrongOrder = new("PAY-2", Severity.Block,
        "The lowest pay is higher than the highest.", "Correct the pay range of the vacancy.");

    private static readonly Concern NoUnit = new("PAY-2", Severity.Block,
        "The pay does not say what it is paid for.", "Choose hour or year as the unit of pay.");

    private static readonly Concern OpenEnded = new("PAY-2", Severity.Review,
        "A pay range with one open end tells applicants too little, and several states forbid it.", "Give both ends of the range.");

    private static readonly Concern TooWide = new("PAY-2", Severity.Review,
        "The range is so wide that it tells applicants little.", "Narrow it to what you would pay in good faith, or say why it is wide.");

    private static readonly GuardPattern Range = GuardPattern.Of(@"\$\s?\d[\d,]{0,9}(?:\.\d{1,2})?\s{0,2}(?:-|to|—)\s{0,2}\$\s?\d[\d,]{0,9}(?:\.\d{1,2})?");
    private static readonly GuardPattern Figure = GuardPattern.Of(@"\d[\d,]{0,9}(?:\.\d{1,2})?");
    private static readonly GuardPattern OneEnd = GuardPattern.Of(
        $@"(?:{Amount}\s{{0,2}}(?:\+|(?:/|per |an |a )?(?:hour|hr|year|yr)?\s{{0,2}}(?:and up\b|or more\b|and above\b|or higher\b))|\b(?:up to|as much as|starting (?:at|from)|from)\s{{1,2}}{Amount})");

    private static readonly GuardPattern BothEnds = GuardPattern.Of($@"{Amount}[^$]{{0,12}}(?:-|\bto\b|\band\b|—)\s{{0,2}}(?:up to )?{Amount}");
    private static readonly GuardPattern NotPay = GuardPattern.Of(@"\b(?:bonus|tuition|relocation|loan|stipend|reimburse\w{0,6}|allowance|award|assistance|differential|forgiveness|benefit|match|debt|program|incentive|payment)");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        if (reading.Draft.Facts.Pay is { } pay)
        {
            if (pay.Min > pay.Max)
                yield return WrongOrder.About("text");
            if ((pay.Min ?? pay.Max) is not null && string.IsNullOrWhiteSpace(pay.Unit))
                yield return NoUnit.About("text");
        }

        foreach (var text in reading.TextsWithDigits)
        {
            foreach (var found in Range.In(text.Text))
            {
                if (Spread(text.Text.AsSpan(found.Start, found.Length)) is >= Wide and var spread)
                    yield return text.At(spread >= VeryWide ? TooWide : TooWide with { Severity = Severity.Advice }, found.Start, found.Length);
            }

            foreach (var found in OneEnd.In(text.Text))
            {
                if (!IsRange(text, found) && !NotPay.IsMatch(text.Before(found.Start, 90)) && !NotPay.IsMatch(text.After(found.End, 40)))
                    yield return text.At(OpenEnded, found.Start, found.Length);
            }
        }
    }

    private static decimal Spread(ReadOnlySpan<char> range)
    {
        Span<decimal> ends = stackalloc decimal[2];
        var count = 0;
        foreach (var amount in Figure.In(range))
        {
            if (count < 2 && decimal.TryParse(range.Slice(amount.Start, amount.Length), NumberStyles.Number, CultureInfo.InvariantCulture, out var end))
                ends[count++] = end;
        }

        return count == 2 && ends[0] > 0 ? ends[1] / ends[0] : 1;
    }

    private static bool IsRange(PlainText text, MatchSpan found) =>
        BothEnds.IsMatch(text.Around(found, 16, 30));
}
