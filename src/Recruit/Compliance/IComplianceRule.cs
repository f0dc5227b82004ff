namespace Recruit.Compliance;

/// <summary>One rule. Returns findings, never throws for any text, never edits, never logs the matched words.</summary>
public interface IComplianceRule
{
    IEnumerable<Finding> Check(DraftReading reading, DateTimeOffset now);
}
