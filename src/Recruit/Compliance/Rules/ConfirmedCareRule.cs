using Recruit.Compliance.Patients;

namespace Recruit.Compliance.Rules;

/// <summary>HIP-R: words that confirm that somebody is or was a patient, as replies and thank-you notes do.</summary>
// Stands on 45 CFR 160.103: that a person received care is protected by itself. OCR settled on replies to reviews with Elite
// Dental (2019) and New Vision Dental (2022-12-14); summaries read 2026-11-24.
public sealed class ConfirmedCareRule : IComplianceRule
{
    private static readonly Concern Confirmed = new("HIP-R", Severity.Block,
        "This tells that somebody is or was a patient.", "Speak to applicants only. Thanks and replies to patients need an authorization and another way out.");

    private static readonly GuardPattern SaysSo = GuardPattern.Of(
        @"\b(?:(?:pleasure|honor|privilege|enjoyed|loved|joy|glad|chance|thank you for|able) (?:of |in |to |letting us )?(?:caring|cared?|taking care|take care|treating|treat|having) (?:for |of )?(?:you|your|him|her|them)|(?:you|he|she) (?:were|was|are|is)(?:n't| not| never| ever)? (?:ever )?(?:a|our) patient|having you (?:as|with)|trust(?:ed|ing) us with (?:your|his|her)|your stay (?:with us|on|at|in)|(?:meeting|met|delivering|delivered) your (?:\w{1,12} )?(?:son|daughter|baby|boy|girl|little one|twins)|(?:you|your (?:mom|mother|dad|father|son|daughter|husband|wife)) (?:were|was) (?:in (?:good|great|our)|here|admitted|treated|seen))\b");

    private static readonly GuardPattern Regrets = GuardPattern.Of(
        @"\b(?:sorry|apologi[sz]e|regret)\b[^.!?]{0,60}\byour (?:\w{1,15} ){0,2}(?:experience|wait|visit|stay|care|complaint|bill|treatment)\b");

    // A reply calls the person by name: "..., Kendra, see you soon."
    private static readonly GuardPattern Called = GuardPattern.WithCase(@"(?:^|, |Dear |Hi |Hello )\p{Lu}[\p{L}'\-]{2,20}[,.!?]");
    private static readonly GuardPattern Replies = GuardPattern.Of(@"\b(?:thank(?:s| you) for (?:coming|visiting|choosing|trusting)|(?:glad|happy|pleased) (?:that |to )?(?:we|you|your)|sorry)\b");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var clues in reading.Places)
        {
            foreach (var found in SaysSo.In(clues.Plain.Text).Concat(Regrets.In(clues.Plain.Text)))
                yield return clues.Plain.At(Confirmed, found.Start, found.Length);

            foreach (var sentence in clues.Sentences)
            {
                var care = clues.First(sentence, Clue.MyCare)
                    ?? (clues.Has(sentence, Clue.Thanks, Clue.Outcome) ? clues.First(sentence, Clue.YourCare) : null);
                care ??= CalledByName(clues, sentence);
                if (care is { } span)
                    yield return clues.Plain.At(Confirmed, span.Start, span.Length);
            }
        }
    }

    private static MatchSpan? CalledByName(PatientClues clues, Sentence sentence)
    {
        var words = clues.Plain.Text.AsSpan(sentence.Start, sentence.Length);
        if (!Replies.IsMatch(words))
            return null;

        foreach (var called in Called.In(words))
            return new MatchSpan(sentence.Start + called.Start, called.Length);

        return null;
    }
}
