using Recruit.Compliance.Words;

namespace Recruit.Compliance.Patients;

/// <summary>The patterns of each clue, made of the word lists.</summary>
public static class CluePatterns
{
    private const string Gap = @"(?:[\w'\-]{1,15}\s{1,3}){0,3}";
    private const string Ours = @"\b(?:our|this|that|another|last night's|yesterday's|today's|tonight's)\s{1,3}" + Gap;
    private const string Some = @"\b(?:a|an|the|one|this|that|our|another|someone's|somebody's)\s{1,3}" + Gap;

    // What may follow a person. Any other word makes "patient" an adjective: patient care, resident council.
    private const string NotAdjective =
        @"^(?:\s{0,2}[.,;:!?)""—]|\s{0,2}$|'s\s(?:ankle|wrist|shoulder|elbow|foot|back|neck|jaw|nose|thumb|finger|hand|arm|leg|heart|life|hip|knee|brain|spine|eye|fall|stroke|wound|femur|recovery|surgery|family|mother|mom|father|dad|wife|husband|daughter|son|name)|\s{1,3}(?:who|whose|we|of ours|and|is|are|in|on|at|from|with|after|here|back|today|yesterday|last|this|named|to|that|for|for whom)\b|\s{1,3}"
        + Verb + @"\b)";

    private const string Verb = @"(?:was|had|has|said|says|told|tells|wrote|writes|called|calls|came|arrived|swallowed|survived|died|lost|won|woke|smiled|hugged|thanked|sang|sings|danced|walked|walks|took|got|gave|went|goes|left|fell|beat|fought|battled|recovered|coded|celebrated|turned|spent|stayed|returned|visited|chose|picked|asked|finished|graduated|brought|sent|made|wants|wanted|loves|loved|owes|collapsed|weighed|met|named|knew|can|will)";

    private const string OfYours = @"(?:\s{0,2}[.,;:!?)""—]|\s{0,2}$|\s(?:is|was|were|went|on|in|with|at|and|took|has|had|after|here|today|so|last|this|from|to|that|as)\b)";

    private static readonly Dictionary<string, string> People = WordList.Alternations("people.txt");
    private static readonly Dictionary<string, string[]> Phrases = WordList.Parts("clues.txt");

    public static IReadOnlyDictionary<Clue, GuardPattern[]> All { get; } = new Dictionary<Clue, GuardPattern[]>
    {
        [Clue.Condition] = Whole(Phrases["condition"]),
        [Clue.Outcome] = Whole(Phrases["outcome"]),
        [Clue.Past] = Whole(Phrases["past"]),
        [Clue.Time] = Whole(Phrases["time"]),
        [Clue.Duty] = Whole(Phrases["duty"]),
        [Clue.Thanks] = Whole(Phrases["thanks"]),
        [Clue.Talk] = Whole(Phrases["talk"]),
        [Clue.CareHere] = Whole(Phrases["care here"]),
        [Clue.MyCare] = Whole(Phrases["my care"]),
        [Clue.Age] = [GuardPattern.Of(@"\b(?:(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\- ](?:year|yr|month|week|day)s?[\- ]old|\d{1,3} ?y[/.]?o\.?|\d{1,3} years young|(?:at )?age (?:of )?(?:\d{1,2}|four|five|six|seven|eight|nine|ten|eleven|twelve)|s?he is (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)|born at \d{2} weeks)\b")],
        [Clue.Pronoun] = [GuardPattern.Of(@"\b(?:he|she|him|his|her|hers|himself|herself|he's|she's)\b")],
        [Clue.HeOrSheActs] = [GuardPattern.Of(@"\b(?:he|she|he's|she's)\b")],
        [Clue.TheirCondition] = [GuardPattern.Of($@"\b(?:his|her)\s(?:[\w'\-]{{1,15}}\s){{0,2}}(?:eyes?|stay|discharge|tumor|treatment|recovery|results)\b")],
        [Clue.OurPatient] = [GuardPattern.Of($@"(?:{Ours}(?:{People["patient"]}|{People["small"]})\b|\b(?:one|two|three) of our\s{Gap}(?:patients|residents|babies|moms|survivors|clients)\b|\b(?:a|another|one) (?:former |recent )?(?:patient|resident|client) of (?:ours|mine)\b)")],
        [Clue.SomePatient] = [GuardPattern.Of($@"(?:{Some}|^)(?:{People["patient"]}|{People["small"]})\b")],
        [Clue.SomePerson] = [GuardPattern.Of($@"(?:{Some}|\bold )(?:{People["adult"]}|{People["small"]})\b")],
        [Clue.KnownPerson] = [GuardPattern.Of($@"\b(?:the|our|that|a|an)\s{Gap}(?:{People["known"]})(?:'s\s(?:wife|husband|son|daughter|mother|father|family|baby))?(?:\b|'s\s)")],
        [Clue.Room] = [GuardPattern.Of($@"\b(?:(?:room|rm\.?|bed|bay|pod) (?:# ?|no\. ?|number )?\d{{1,4}}[a-z]?|(?:{People["patient"]}|{People["adult"]}) in (?:\d[a-z]?[\- ])?\d{{2,4}}[a-z]?)\b")],
        [Clue.YourCare] = [GuardPattern.Of($@"\byour\s(?:[\w'\-]{{1,15}}\s){{0,2}}(?:stay|recovery|visit|care|baby|newborn|appointment|results|mother|father|mom|dad|son|daughter|husband|wife|grandmother|grandfather|grandson|granddaughter|brother|sister|loved one){OfYours}")],
    };

    /// <summary>What must follow the clues to a person.</summary>
    public static GuardPattern PersonAfter { get; } = GuardPattern.Of(NotAdjective);

    // A list of conditions inside the pattern would make its automaton too large, so what stands before and behind a condition is asked for itself.
    public static GuardPattern TheirBefore { get; } = GuardPattern.Of(@"\b(?:his|her)\s(?:[\w'\-]{1,15}\s){0,2}$");

    public static GuardPattern YourBefore { get; } = GuardPattern.Of(@"\byour\s(?:[\w'\-]{1,15}\s){0,2}$");

    public static GuardPattern YourAfter { get; } = GuardPattern.Of("^" + OfYours);

    /// <summary>Both sexes are meant, so no particular person is.</summary>
    public static GuardPattern EitherSex { get; } = GuardPattern.Of(
        @"\b(?:he or she|she or he|he/she|she/he|s/he|his/her|her/his|him/her|his or her|her or his|him or her|himself or herself|his/hers)\b|\(s\)he");

    private static GuardPattern[] Whole(string[] parts) => [.. parts.Select(alternation => GuardPattern.Of($@"\b(?:{alternation})\b"))];
}
