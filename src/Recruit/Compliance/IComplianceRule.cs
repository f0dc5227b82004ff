namespace Recruit.Compliance;

/// <summary>One rule. Returns findings, never throws for any text, never edits, never logs the matched words.</summary>
public interface IComplianceRule
{
    /// <param name="today">The day of publication, UTC: all that a rule knows of time, so that a verdict holds for the day.</param>
    IEnumerable<Finding> Check(DraftReading reading, DateOnly today);
}
