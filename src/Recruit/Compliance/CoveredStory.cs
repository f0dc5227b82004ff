namespace Recruit.Compliance;

/// <summary>What a patient's authorization does to the findings about that patient's story.</summary>
public static class CoveredStory
{
    // Numbers of records, plans, accounts and cards are nobody's story, so no authorization lets them out.
    private static readonly string[] Story = ["HIP-A", "HIP-B", "HIP-C", "HIP-Q", "HIP-R"];

    /// <summary>With a sound authorization the findings about the story remain as advice; every other finding stays as it is.</summary>
    public static IReadOnlyList<Finding> Settle(DraftReading reading, IReadOnlyList<Finding> findings)
    {
        var draft = reading.Draft;
        var covers = draft.Authorization is not null && draft.Surface.MayTellOfPatients
            && !findings.Any(finding => finding.Severity == Severity.Block && finding.Rule.StartsWith("AUT-", StringComparison.Ordinal));
        return covers ? [.. findings.Select(finding => Story.Contains(finding.Rule) ? AsAdvice(finding) : finding)] : findings;
    }

    private static Finding AsAdvice(Finding finding) => finding with
    {
        Severity = Severity.Advice,
        Reason = "The authorization covers this part of the story.",
        Advice = "Compare it with the signed paper before it goes out.",
    };
}
