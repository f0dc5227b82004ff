
namespace Recruit.Compliance.Rules;

/// <summary>HIP-G: no social security number, whoever's it is.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(G); which groups cannot be numbers follows Microsoft Presidio's US_SSN recognizer (MIT). Both read 2026-11-24.
public sealed class SocialSecurityRule : IComplianceRule
{
    private const int Near = 48;

    private static readonly Concern Number = new("HIP-G", Severity.Block,
        "This looks like a social security number.", "Take it out. A vacancy never needs one.", "G");

    private static readonly GuardPattern Grouped = GuardPattern.Of(@"\b\d{3}[\- .]\s?\d{2}[\- .]\s?\d{4}\b");
    private static readonly GuardPattern NineDigits = GuardPattern.Of(@"\b\d(?:[\- .,]{0,2}\d){8}\b");
    private static readonly GuardPattern Named = GuardPattern.Of(@"\b(?:SSNs?|S\.S\.N\.?|SS ?(?:#|no\b|number)|socials?\b[ \-]{0,2}(?:security|sec)?(?:[ \-]{0,2}(?:no|number|num|#))?)");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var text in reading.TextsWithDigits)
        {
            var seen = -1;
            foreach (var span in Candidates(text))
            {
                if (span.Start < seen || IsPartOfLonger(text, span) || EmployerLabel.Precedes(text, span.Start))
                    continue;

                seen = span.End;
                yield return text.At(Number, span.Start, span.Length);
            }
        }
    }

    private static IEnumerable<MatchSpan> Candidates(PlainText text)
    {
        var grouped = Grouped.In(text.Text).Where(span => SaysSsn(text, span) || IsValid(text.Text.AsSpan(span.Start, span.Length)));
        var bare = NineDigits.In(text.Text).Where(span => SaysSsn(text, span));
        return grouped.Concat(bare).OrderBy(span => span.Start);
    }

    private static bool SaysSsn(PlainText text, MatchSpan span) =>
        Named.IsMatch(text.Before(span.Start, Near)) || Named.IsMatch(text.After(span.End, Near / 2));

    private static bool IsPartOfLonger(PlainText text, MatchSpan span) =>
        text.Before(span.Start, 2) is [.., var digit, '-' or '.' or '/'] && char.IsAsciiLetterOrDigit(digit)
        || text.After(span.End, 2) is ['-' or '/', var next, ..] && char.IsAsciiLetterOrDigit(next);

    // Numbers that were never given out, and the sample numbers of forms and wallets; they still count beside the word SSN.
    private static bool IsValid(ReadOnlySpan<char> span)
    {
        // Both separators must be the same; a line break may follow the second.
        var second = span.TrimEnd("0123456789").TrimEnd() is [.., '-' or '.'] broken ? broken[^1] : ' ';
        if (span[3] != second)
            return false;

        Span<char> digits = stackalloc char[9];
        var count = 0;
        foreach (var unit in span)
        {
            if (char.IsAsciiDigit(unit))
                digits[count++] = unit;
        }

        return digits[3..5] is not "00" && digits[5..] is not "0000" && digits[..3] is not ("000" or "666")
            && digits.ContainsAnyExcept(digits[0])
            && digits is not ("123456789" or "078051120") && !digits.StartsWith("98765432");
    }
}
