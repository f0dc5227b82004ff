using Recruit.Compliance.Patients;

namespace Recruit.Compliance.Rules;

/// <summary>HIP-R: a story about one patient without a name: somebody singular with a condition, a time, an age or an outcome.</summary>
// Stands on 45 CFR 164.514(b)(2)(ii): what could identify a person together with what others know; read 2026-11-24. Duties speak
// of patients in the plural or of any patient in the present tense, and pass.
public sealed class PatientContextRule : IComplianceRule
{
    private static readonly Concern Story = new("HIP-R", Severity.Block,
        "This tells about one particular patient.", "Speak of patients in general, or publish it as a story with a signed authorization.", "R");

    private static readonly Concern Perhaps = Story with
    {
        Severity = Severity.Review,
        Reason = "This may tell about one particular patient.",
        Advice = "Speak of patients in general, or let a privacy reviewer decide.",
    };

    private static readonly GuardPattern TellsAlone = GuardPattern.Of(
        @"\b(?:(?:rang|ring) (?:the|that|our|his|her) bell|cancer[\- ]free|passed away|saved (?:my|his|her) life|(?:his|her|their) (?:first steps?|last breath)|nicu graduate|we lost (?:a|one|our) \w{1,15}|pulled through|hit by a (?:truck|car|bus|train|drunk)|another save|\d{1,3} ?y[/.]o\.? (?:male|female|man|woman|m|f)|born at \d{2} weeks|\d{1,3} (?:days|weeks|months) (?:in|on) (?:our|the|your) (?:nicu|icu|picu|ccu|unit|ventilator|floor|hospital)|happened here (?:on|last|yesterday|today|this)|(?:happy )?discharge day|\d{1,2} ?(?:lb|pound) (?:miracle|baby|wonder|fighter)|sorry for your loss|(?:shooting|gunshot|stabbing|crash|burn) victim|frequent flyer|(?:ventilator|vent|icu|nicu|hospital|ecmo) day \d{1,3}|units? of blood|ounces at birth|gained \w{1,8} (?:ounces|pounds)|\d{2}[ \-]?weekers?|(?:whose|a) (?:client|patient|resident) (?:jumped|attacked|hit|bit|punched|threatened|threw|died|overdosed|fell)|\d{2} ?[mf] (?:with|s/p|c/o|who|in)|pt\.? [a-z]\.?[a-z]\.?|another (?:nicu|icu|picu|rehab|burn) (?:grad|graduate|save)|(?:patient|resident|client)'s (?:wife|husband|daughter|son|mother|father|e-?mail|phone|address)|confused \d{2}|two-person transfer|has been in (?:chair|bed|room) \w{1,3}|private duty|requires isolation|saw my (?:first|second|third|fourth|fifth|last)|we (?:just )?saved (?:a|an|the)|explanted|mom and baby|mother and baby are|the county's first (?:awake|successful|ever|heart|conjoined|bypass|transplant|baby)|\d{1,2} ?(?:lbs?|pounds?)\.?,? \d{1,2} ?(?:oz|ounces)|born at \d{2} wks?|a colleague's (?:kid|child|son|daughter|wife|husband|mother|father)|an? \d{1,3}[ \-]year[ \-]old'?s|\d{1,3}[ \-]year[ \-]old (?:male|female|boy|girl|man|woman)|dying (?:wo)?man|the lady i|conjoined|born in (?:the|our) (?:elevator|parking|hallway|lobby|ambulance|car)|delivered (?:a baby )?in (?:the|our) (?:elevator|parking|hallway|lobby|ambulance|front seat|car)|\d{3,4}[ \-]?(?:lb|pound)s? (?:man|woman|patient|client)|i remember (?:the|his|her) (?:mother|father|family|wife|husband|kids)|just another \w{3,9} (?:in|at) our|our (?:tiniest|littlest|sickest) \w{2,15}|one (?:very |truly )?grateful \w{3,15})\b");

    private static readonly GuardPattern NotAPerson = GuardPattern.Of(
        @"^[\- ]{1,2}(?:\w{1,15} ){0,2}(?:hospital|building|tradition|institution|organization|system|company|school|facility|campus|history|clinic|center|program|unit|or older|and older|and up|or above)\b|^ ?(?:or|and|to) |^s\b");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var clues in reading.Places)
        {
            foreach (var sentence in clues.Sentences)
            {
                if (Sure(clues, sentence) is { } sure)
                    yield return clues.Plain.At(Story, sure.Start, sure.Length);
                else if (Likely(clues, sentence) is { } likely)
                    yield return clues.Plain.At(Perhaps, likely.Start, likely.Length);
            }
        }
    }

    private static MatchSpan? Sure(PatientClues clues, Sentence sentence) =>
        WithAge(clues, sentence) ?? OfOurs(clues, sentence) ?? Somebody(clues, sentence) ?? HeOrShe(clues, sentence);

    private static MatchSpan? Likely(PatientClues clues, Sentence sentence)
    {
        foreach (var alone in TellsAlone.In(clues.Plain.Text.AsSpan(sentence.Start, sentence.Length)))
            return new MatchSpan(sentence.Start + alone.Start, alone.Length);

        if (clues.First(sentence, Clue.Pronoun) is { } pronoun && (clues.Has(sentence, Clue.HeOrSheActs) || clues.Has(sentence, Clue.Past)))
            return pronoun;

        if (clues.First(sentence, Clue.Age) is { } age && !clues.Has(sentence, Clue.Duty) && !NotAPerson.IsMatch(clues.Plain.After(age.End, 40))
            && clues.Has(sentence, Clue.SomePerson, Clue.SomePatient, Clue.OurPatient, Clue.KnownPerson))
            return age;

        // Nobody is named, yet somebody went home.
        if (clues.First(sentence, Clue.Outcome) is { } outcome && !clues.Has(sentence, Clue.Duty) && clues.Has(sentence, Clue.Time) && clues.Has(sentence, Clue.Condition, Clue.CareHere))
            return outcome;

        if (clues.First(sentence, Clue.OurPatient) is { } ours && !clues.Has(sentence, Clue.Duty))
            return ours;

        return clues.First(sentence, Clue.SomePatient) is { } patient && !clues.Has(sentence, Clue.Duty)
            && clues.FirstAfter(sentence, Clue.Past, patient.Start) is not null ? patient : null;
    }

    private static MatchSpan? WithAge(PatientClues clues, Sentence sentence) =>
        clues.First(sentence, Clue.Age) is { } age && !NotAPerson.IsMatch(clues.Plain.After(age.End, 40))
        && clues.Has(sentence, Clue.Past, Clue.Pronoun, Clue.OurPatient, Clue.SomePerson, Clue.Outcome)
        && clues.Has(sentence, Clue.Condition, Clue.Outcome, Clue.CareHere, Clue.OurPatient, Clue.SomePatient, Clue.SomePerson, Clue.Time) ? age : null;

    private static MatchSpan? OfOurs(PatientClues clues, Sentence sentence) =>
        clues.First(sentence, Clue.OurPatient) is { } patient
        && clues.Has(sentence, Clue.Past, Clue.Outcome, Clue.Time, Clue.TheirCondition, Clue.Age)
        && (!clues.Has(sentence, Clue.Duty) || clues.Has(sentence, Clue.Outcome, Clue.Time, Clue.TheirCondition)) ? patient : null;

    private static MatchSpan? Somebody(PatientClues clues, Sentence sentence)
    {
        var person = clues.First(sentence, Clue.SomePatient) ?? clues.First(sentence, Clue.SomePerson);
        return person is not null && !clues.Has(sentence, Clue.Duty)
            && clues.Has(sentence, Clue.Condition, Clue.Outcome, Clue.CareHere, Clue.TheirCondition)
            && clues.Has(sentence, Clue.Past, Clue.Time, Clue.Outcome) ? person : null;
    }

    private static MatchSpan? HeOrShe(PatientClues clues, Sentence sentence) =>
        clues.First(sentence, Clue.TheirCondition)
        ?? (clues.Has(sentence, Clue.Outcome, Clue.CareHere) || clues.Has(sentence, Clue.Past) && clues.Has(sentence, Clue.Condition)
            ? clues.First(sentence, Clue.Pronoun)
            : null);
}
