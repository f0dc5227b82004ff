using System.Globalization;
using Recruit.Compliance.Words;

namespace Recruit.Compliance.Rules;

/// <summary>PAY-1: words about pay without a range, where the law of the work's state asks for the range in the posting on that day.</summary>
// Stands on the state laws that Words/pay-states.txt names, each with its first day and size of employer; summaries read 2026-11-24.
// The size is left to counsel: a hospital with fewer people than the smallest of them is rare.
public sealed class PayDutyRule : IComplianceRule
{
    private static readonly Concern Missing = new("PAY-1", Severity.Block,
        "The law of this state asks for the pay range in the posting.", "Give the lowest and the highest pay in good faith.");

    private static readonly Concern Unknown = Missing with
    {
        Severity = Severity.Advice,
        Reason = "Many states ask for the pay range in the posting.",
        Advice = "Give the range, or name the state of the work so that it can be looked up.",
    };

    private static readonly GuardPattern Vague = GuardPattern.Of(
        @"\b(?:(?:competitive|great|excellent|generous|attractive|top|good|market|best|amazing) (?:pay|salary|salaries|wages?|compensation|rates?|hourly rate)|(?:pay|salary|wages?|compensation|rates?)(?: is| are|:)? (?:commensurate|negotiable|based on experience|depends? on|DOE|to be discussed|discussed|upon request|on request|TBD)|DOE|commensurate with experience|pay rates? (?:discussed|on request)|salary open)\b");
    private static readonly GuardPattern Amount = GuardPattern.Of(@"\$ ?\d|\b\d{2,3}(?:\.\d\d)? ?(?:-|to) ?\$?\d{2,3}(?:\.\d\d)? ?(?:/|per|an?) ?(?:hour|hr)");

    private static readonly Dictionary<string, DateOnly> Since = WordList.Lines("pay-states.txt").Select(line => line.Split(' '))
        .ToDictionary(parts => parts[0], parts => DateOnly.ParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        var draft = reading.Draft;
        if (draft.Surface is not (Surface.JobPost or Surface.Event) || Asked(draft.State, today) is not { } concern)
            yield break;

        foreach (var text in reading.Texts)
        {
            if (Amount.IsMatch(text.Text))
                continue;

            foreach (var found in Vague.In(text.Text))
                yield return text.At(concern, found.Start, found.Length);
        }
    }

    private static Concern? Asked(string? state, DateOnly today) => string.IsNullOrWhiteSpace(state) ? Unknown
        : Since.TryGetValue(state.Trim(), out var first) && first <= today ? Missing : null;
}
