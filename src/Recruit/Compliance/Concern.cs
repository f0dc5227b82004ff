namespace Recruit.Compliance;

/// <summary>What a rule says whenever it fires: the finding without its place.</summary>
public sealed record Concern(string Rule, Severity Severity, string Reason, string Advice, string? Letter = null)
{
    public Finding About(string place, int start = 0, int length = 0) =>
        new(Rule, Severity, place, start, length, Reason, Advice) { Letter = Letter };
}
