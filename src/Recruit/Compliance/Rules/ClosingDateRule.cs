namespace Recruit.Compliance.Rules;

/// <summary>CLOSE: an opening that takes no applicants any more may not be advertised.</summary>
// Stands on the closing date that the hospital itself set, not on a law; decided 2026-11-24.
public sealed class ClosingDateRule : IComplianceRule
{
    private static readonly Concern Closed = new("CLOSE", Severity.Block,
        "The closing date has passed.",
        "Move the closing date of the vacancy, or close the vacancy.");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        if (reading.HasClosed && !reading.Draft.Facts.SaysClosed)
            yield return Closed.About("text");
    }
}
