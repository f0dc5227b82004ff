
namespace Recruit.Compliance.Rules;

/// <summary>HIP-C: an age over 89 of one person, in digits or words, or a birth year or birthday that shows it.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(C), which counts all ages over 89 as identifiers; read 2026-11-24.
public sealed class AgeRule : IComplianceRule
{
    private const int Oldest = 89;
    private const string Digits = @"(?:9\d|1[01]\d)";
    private const string Spelled = @"(?:ninety(?:[\- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?:[\- ](?:and )?(?:one|two|three|four|five|six|seven|eight|nine))?)";

    private static readonly Concern Age = new("HIP-C", Severity.Block,
        "An age over 89 counts as naming the person.", "Take the age out, and make sure that nothing else points to one patient.", "C");

    private static readonly GuardPattern Old = GuardPattern.Of($@"\b(?:{Digits}|{Spelled})(?:[\- ](?:years?|yrs?)[\- ](?:old|young|of age)|[\- ]?(?:yo|y/o))\b");
    private static readonly GuardPattern Aged = GuardPattern.Of($@"\b(?:aged?|turn(?:s|ed|ing)?|is|was|now) (?:{Digits}|{Spelled})(?:[.,!;]|$| and | on | in | today| this| last|-and)");
    private static readonly GuardPattern Birthday = GuardPattern.Of($@"\b(?:{Digits}(?:st|nd|rd|th)|ninety-\w{{3,10}}|ninetieth|(?:one |a )?hundredth) birthday\b");
    private static readonly GuardPattern InWords = GuardPattern.Of($@"\b(?:of|aged|age|at|be|been|nearly|almost|just|reached|reaching|passed) (?:{Spelled})(?:[.,!;:)]|$| (?:who|she|he|and|on|in|this|next|with|our|is|was|when)\b)");
    private static readonly GuardPattern Nonagenarian = GuardPattern.Of(@"\bnonagenarian\b|\b(?:his|her|their|mr\.? \w{2,15}'s|ms\.? \w{2,15}'s) (?:hundredth|100th|ninetieth|ninety-\w{3,7}) birthday\b|\b(?:9\d|1[01]\d) ?(?:yrs?|years) (?:old|young)\b|\b(?:shes|hes|she's|he's|she is|he is|turns|turned|is) (?:9\d|1[01]\d)(?: yrs?| years?)?(?: old)?(?: n | and |[.,!;]|$)");
    private static readonly GuardPattern NamedAge = GuardPattern.Of(@"\b(?:mr|mrs|ms|miss|grandma|grandpa|granny|nana|gramps)\.? \w{2,15},? (?:aged? )?(?:9\d|1[01]\d)\b");
    private static readonly GuardPattern AfterName = GuardPattern.WithCase($@"\b[A-Z][a-z]{{1,20}}\.?, {Digits}, ");
    private static readonly GuardPattern BirthYear = GuardPattern.Of(@"\bborn (?:[a-z0-9, ]{1,20} )?(?:18|19)\d\d\b");
    private static readonly GuardPattern Centenarian = GuardPattern.Of(@"\b(?:a|our|the|this|one|her|his) (?:\w{1,15} ){0,2}centenarian\b");

    // "95 years of service", "a 100-year-old hospital", "people 90 years old and older" are no person's age.
    private static readonly GuardPattern NoPerson = GuardPattern.Of(
        @"^(?: ?(?:and|or|to|through|&) (?:\d|older|over|up|above)|\+|[\- ](?:\w{1,15} ){0,2}(?:hospital|building|tradition|institution|organization|system|company|school|facility|campus|history|legacy|mission|ministry|clinic|center|health|community|nonprofit|anniversary|commitment|home)\b)");

    private static readonly GuardPattern Many = GuardPattern.Of(
        @"\b(?:over|under|least|than|ages|people|patients|residents|adults|for|past|last|celebrat\w{1,6}|every|within|first|initial|next) (?:are |is |who are )?$");

    private static readonly GuardPattern Employer = GuardPattern.Of(
        @"\b(?:we|hospital|center|clinic|system|health|company|facility|school|church|our)(?:'s)? (?:are |is |now |was |were |has )?$");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var text in reading.Texts)
        {
            var found = Aged.In(text.Text)
                .Concat(Birthday.In(text.Text))
                .Where(span => !Employer.IsMatch(text.Before(span.Start, 24)))
                .Concat(Old.In(text.Text))
                .Where(span => !NoPerson.IsMatch(text.After(span.End, 40)) && !Many.IsMatch(text.Before(span.Start, 24)))
                .Concat(InWords.In(text.Text).Where(span => !Many.IsMatch(text.Before(span.Start, 24)) && !Employer.IsMatch(text.Before(span.Start, 24))))
                .Concat(Nonagenarian.In(text.Text).Where(span => !Employer.IsMatch(text.Before(span.Start, 24)) && !Many.IsMatch(text.Before(span.Start, 24)) && !NoPerson.IsMatch(text.After(span.End, 40))))
                .Concat(NamedAge.In(text.Text))
                .Concat(AfterName.In(text.Text))
                .Concat(Centenarian.In(text.Text))
                .Concat(BirthYear.In(text.Text).Where(span => IsOver(text, span, today.Year) && !Employer.IsMatch(text.Before(span.Start, 24))));

            foreach (var span in found)
                yield return text.At(Age, span.Start, span.Length);
        }
    }

    private static bool IsOver(PlainText text, MatchSpan span, int year) =>
        year - int.Parse(text.Text.AsSpan(span.End - 4, 4), System.Globalization.CultureInfo.InvariantCulture) > Oldest;
}
