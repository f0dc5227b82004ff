
namespace Recruit.Compliance.Rules;

/// <summary>HIP-C: a date tied to a person's birth, admission, discharge, treatment or death.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(C), read 2026-11-24. Dates of the vacancy pass because their labels are others (apply by,
// starts, interviews); "born after December 31, 1959" is the usual line on Selective Service and no one's birthday.
public sealed class PatientDateRule : IComplianceRule
{
    private const string Month = @"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?";
    private const string Date = $@"(?:\d{{1,2}}[/.\-]\d{{1,2}}(?:[/.\-]\d{{2,4}})?|\d{{4}}-\d{{2}}-\d{{2}}|{Month} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{Month}(?: \d{{4}})?)";

    private static readonly Concern Day = new("HIP-C", Severity.Block,
        "A date stands beside a birth, an admission or a treatment.", "Take the date out, and make sure that nothing else points to one patient.", "C");

    private static readonly GuardPattern Tied = GuardPattern.Of(
        $@"\b(?:D\.?O\.?B\.?|date of (?:birth|death|admission|discharge|service|surgery)|birth ?date|born(?: at [\w ]{{1,20}})?|birth of [\w ]{{1,24}}|admitted|admission|discharged|discharge date|died|passed away|deceased|surgery|operated|transplant|delivered|gave birth)[\s:=\-]{{1,3}}(?:on |was |is |to us |here |this past ){{0,2}}(?:mon|tues|wednes|thurs|fri|satur|sun)?(?:day,? )?{Date}\b");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today) =>
        from text in reading.TextsWithDigits
        from found in Tied.In(text.Text)
        select text.At(Day, found.Start, found.Length);
}
