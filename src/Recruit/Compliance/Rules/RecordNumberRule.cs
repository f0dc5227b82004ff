
namespace Recruit.Compliance.Rules;

/// <summary>HIP-H: no medical record number: a label such as MRN, chart or encounter with a value.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(H), read 2026-11-24. No public recognizer exists, so the labels are our own. A label without
// a value ("scans the MRN barcode") is a duty.
public sealed class RecordNumberRule : IComplianceRule
{
    private const string Ask = @"[\s:#.=\-(]{0,4}(?:(?:id|no|num|number|nr|is|was|of|ending|ends|in|with|last|four|digits)\b[\s:#.=\-(]{0,4}){0,4}";

    private static readonly Concern Number = new("HIP-H", Severity.Block,
        "This looks like a patient's record number.", "Take it out, with anything else about that patient.", "H");

    private static readonly GuardPattern[] Values =
    [
        GuardPattern.Of($@"\b(?:MRNs?|M\.R\.N\.?|MR ?(?:#|no\b|number)|med(?:ical)?\.? rec(?:ord)?s?\.?|patient ?(?:id|no|num|number|identifier|account|acct|#)|pt ?(?:id|#)){Ask}[A-Z]{{0,4}}-?\d[\d\-]{{3,18}}"),
        GuardPattern.Of($@"\b(?:charts?|encounter|accession|visit|CSN|FIN|HAR|specimen){Ask}[A-Z]{{0,4}}-?\d[\d\-]{{4,18}}"),
        GuardPattern.Of(@"\b\d[\d\-]{4,18} {0,2}\((?:MRN|MR#|chart|patient id)\)"),
    ];

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today) =>
        from text in reading.TextsWithDigits
        from pattern in Values
        from found in pattern.In(text.Text)
        select text.At(Number, found.Start, found.Length);
}
