using Recruit.Compliance.Patients;

namespace Recruit.Compliance.Rules;

/// <summary>HIP-R on replies: whatever speaks of the other's visit, care, bill or record tells that there was one, and so does denying it.</summary>
// Stands on 45 CFR 160.103 and 164.508; OCR settled on replies to reviews with Elite Dental (2019) and New Vision Dental (2022-12-14). Summaries read 2026-11-24.
public sealed class ReplyRule : IComplianceRule
{
    private static readonly Concern Tells = new("HIP-R", Severity.Block,
        "A reply that speaks of somebody's care tells that they were a patient.", "Use a neutral answer: privacy law keeps us from discussing anyone's care here.");

    private static readonly Concern May = Tells with { Severity = Severity.Review, Reason = "A reply that speaks to one person about themselves may tell that they were a patient." };

    private const string Deeds = @"(?:were|was|weren't|left|missed|came|had|chose|arrived|told|said|waited|received|signed|refused|requested|stayed|went|called|brought|saw|got|been|felt|spent|asked|experienced)";

    private static readonly GuardPattern Care = GuardPattern.Of(
        $@"(?:\byou(?:'ve| have| had)? (?:\w{{2,12}}ly |never |all |both |also )?{Deeds}\b|\bwe (?:\w{{2,10}} )?(?:treated|saw|remember|reviewed|looked into|cared|took care|delivered|admitted|billed|discharged|operated|met|loved)\b|\b(?:our|the|your|his|her) (?:\w{{1,12}} )?(?:records?|charts?|bills?|billing|insurance|diagnosis|prescription|medications?|results|surgeon|stay|visit|surgery|procedure|appointments?|recovery|delivery|baby|son|daughter|mother|father|husband|wife|mom|dad|knee|hip|heart|infection|tests?|scan|MRI|wait|treatment|test results|infusion|portal|doctor)\b|\bas a (?:patient|resident)\b|\bsystem as\b|\byou(?:r)? next (?:\w{{3,12}} )?(?:infusion|visit|appointment|treatment|session|checkup)\b|\bdate of birth\b|\bby that name\b|\byou again\b|\bhave (?:had )?you (?:with|in|on|at|here|as)\b|\bget well\b)");

    private static readonly GuardPattern YourOwn = GuardPattern.Of(@"\byour (?:\w{1,12} )?\w{3,20}\b");
    private static readonly GuardPattern Neutral = GuardPattern.Of(
        @"^your (?:\w{1,12} )?(?:comments?|feedback|interest|review|message|time|patience|questions?|support|application|resume|concerns?|thoughts?|notes?|privacy|input|post|inquiry|understanding|career|hard work|profile|recruiter|community|team)$");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        if (reading.Draft.Surface != Surface.Reply)
            yield break;

        foreach (var clues in reading.Places)
        {
            var text = clues.Plain;
            foreach (var found in Care.In(text.Text))
                yield return text.At(Tells, found.Start, found.Length);

            foreach (var found in YourOwn.In(text.Text))
            {
                if (!Neutral.IsMatch(text.Text.AsSpan(found.Start, found.Length)))
                    yield return text.At(May, found.Start, found.Length);
            }

            foreach (var sentence in clues.Sentences)
            {
                if ((clues.First(sentence, Clue.Condition) ?? clues.First(sentence, Clue.Outcome)) is { } care)
                    yield return text.At(May, care.Start, care.Length);
            }
        }
    }
}
