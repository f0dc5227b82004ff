using Recruit.Channels;
using Recruit.Compliance;

namespace Recruit.Tests.Compliance;

/// <summary>Drafts that pass every rule until a test changes what matters.</summary>
public static class Drafts
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    public static Draft Of(string text, DraftFacts? facts = null, string? link = null, int length = 0, params string[] altTexts) =>
        new(new ChannelKey("x"), text, link, altTexts, new DraftLimits(length, 280, "characters"), facts ?? DraftFacts.None);

    public static DraftFacts WithEmployer(params string[] words) => DraftFacts.None with { EmployerWords = words };

    public static Finding[] Check(this IComplianceRule rule, string text, params string[] employerWords) =>
        rule.Check(Of(text, WithEmployer(employerWords)));

    public static Finding[] Check(this IComplianceRule rule, Draft draft) => [.. rule.Check(DraftReading.Of(draft, draft.Facts.ClosesAt <= Now)!, DateOnly.FromDateTime(Now.UtcDateTime))];

    /// <summary>The words that a finding points to.</summary>
    public static string Words(this Finding finding, string text) => text.Substring(finding.Start, finding.Length);
}
