namespace Recruit.Compliance;

/// <summary>The only entry to the rules. It fails closed: a rule that breaks blocks the draft.</summary>
public sealed partial class ComplianceGuard(IEnumerable<IComplianceRule> rules, TimeProvider clock, ILogger<ComplianceGuard> log)
{
    // Enough to act on; a text made of nothing but findings would only bury the first ones.
    private const int MostFindings = 20;

    private readonly IComplianceRule[] _rules = [.. rules];

    public Verdict Check(Draft draft)
    {
        var now = clock.GetUtcNow();
        if (_rules.Length == 0)
            return new Verdict([NotMade("the list of rules")]);

        if (Read(draft) is not { } reading)
            return new Verdict([NotMade("reading the text")]);

        return new Verdict([.. _rules.SelectMany(rule => Ask(rule, reading, now)).DistinctBy(finding => (finding.Rule, finding.Place, finding.Start, finding.Length, finding.Reason))]);
    }

    private DraftReading? Read(Draft draft)
    {
        try
        {
            return DraftReading.Of(draft);
        }
#pragma warning disable CA1031 // Whatever breaks here, the draft must not go out.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            Log.RuleBroke(log, nameof(DraftReading), broken.GetType().Name);
            return null;
        }
    }

    private Finding[] Ask(IComplianceRule rule, DraftReading reading, DateTimeOffset now)
    {
        try
        {
            return [.. rule.Check(reading, now).OrderByDescending(finding => finding.Severity).Take(MostFindings)];
        }
#pragma warning disable CA1031 // Whatever breaks here, the draft must not go out.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            // Only the type: an exception's message may quote the text.
            Log.RuleBroke(log, rule.GetType().Name, broken.GetType().Name);
            return [NotMade(rule.GetType().Name)];
        }
    }

    private static Finding NotMade(string check) => new Concern("HIP-3", Severity.Block,
        $"One check could not be made: {check}.",
        "Shorten or reword the text. If that does not help, tell an administrator.").About("text");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Compliance check {Rule} broke with {Fault}; the draft is blocked")]
        public static partial void RuleBroke(ILogger logger, string rule, string fault);
    }
}

public sealed record Verdict(IReadOnlyList<Finding> Findings)
{
    public bool IsClean => Findings.All(finding => finding.Severity == Severity.Advice);
}
