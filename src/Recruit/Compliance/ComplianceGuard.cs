namespace Recruit.Compliance;

/// <summary>The only entry to the rules. It fails closed: a rule that breaks blocks the draft.</summary>
public sealed partial class ComplianceGuard(IEnumerable<IComplianceRule> rules, TimeProvider clock, ILogger<ComplianceGuard> log)
{
    private readonly IComplianceRule[] _rules = [.. rules];

    public Verdict Check(Draft draft)
    {
        var now = clock.GetUtcNow();
        var findings = new List<Finding>();
        foreach (var rule in _rules)
            findings.AddRange(Ask(rule, draft, now));

        return new Verdict(findings);
    }

    private Finding[] Ask(IComplianceRule rule, Draft draft, DateTimeOffset now)
    {
        try
        {
            return [.. rule.Check(draft, now)];
        }
#pragma warning disable CA1031 // Whatever breaks here, the draft must not go out.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            // Only the type: an exception's message may quote the text.
            Log.RuleBroke(log, rule.GetType().Name, broken.GetType().Name);
            return [new Finding("HIP-3", Severity.Block, "text", 0, 0,
                $"The check {rule.GetType().Name} could not be made.", "Shorten or reword the text; if that does not help, tell an administrator.")];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Compliance rule {Rule} broke with {Fault}; the draft is blocked")]
        public static partial void RuleBroke(ILogger logger, string rule, string fault);
    }
}

public sealed record Verdict(IReadOnlyList<Finding> Findings)
{
    public bool IsClean => Findings.All(finding => finding.Severity == Severity.Advice);
}
