using System.Collections.Frozen;
using Recruit.Compliance.Words;

namespace Recruit.Compliance.Patients;

/// <param name="IsFormal">With a title, an initial or a surname, so surely a person and not a word.</param>
public sealed record PersonName(MatchSpan Span, bool IsFormal);

/// <summary>Names of people by title or by common given names; names of buildings and places are not among them.</summary>
// No model of language runs here, so an unusual name without a title is seen only through the other clues beside it.
public static class PersonNames
{
    private const string Capital = @"\p{Lu}[\p{L}'\-]{0,24}";

    private static readonly FrozenSet<string> Given = WordList.Lines("given-names.txt").SelectMany(line => line.Split(' ')).ToFrozenSet();

    private static readonly FrozenSet<string> Unmistaken = FrozenSet.ToFrozenSet(Given.Where(name => name.Length > 3).Select(name => name.ToLowerInvariant()).Except(
        ["mark", "grant", "drew", "gene", "rich", "frank", "bill", "jack", "dean", "grace", "hope", "faith", "rose", "dawn", "carol", "robin", "victor", "misty", "penny", "norm", "norma", "pearl", "holly", "heather",
            "jean", "earl", "duke", "king", "major", "miles", "myra", "lance", "daisy", "august", "angel", "angelica", "melody", "mercy", "crystal", "cody", "chad", "chip", "drew", "gail", "glen", "iris", "jasmine", "junior",
            "kale", "mack", "marina", "marine", "maria", "mercedes", "misty", "paris", "patty", "patience", "phil", "reed", "rusty", "sandy", "skip", "star", "stew", "terry", "tiffany", "violet", "vito", "wanda", "will", "mandy", "barb",
            "otto", "polo", "nell", "neva", "nova", "dora", "mira", "mina", "lana", "sunny", "lucky", "happy", "bliss", "blake", "booker", "brook", "brooks", "destiny", "harmony", "dolores", "reba", "sally", "trey", "rocco", "kerry", "bates"]));

    private static readonly GuardPattern Titled = GuardPattern.WithCase($@"\b(?:Mr|Mrs|Ms|Mx|Miss|Mister|MR|MRS|Grandpa|Grandma|Granny|Baby|Little|baby|Uncle|Aunt|[Pp]t|[Aa]buela|[Aa]buelo|Abuelita|Oma|Opa)\.? {Capital}(?: {Capital})?");
    private static readonly GuardPattern Capitals = GuardPattern.WithCase($@"\b{Capital}(?: {Capital}\.?){{0,4}}");
    // Titles that stand before much else too ("Officer Candidate School"), so they count only beside care.
    private static readonly GuardPattern Office = GuardPattern.WithCase($@"\b(?:Señora|Señor|Sra|Sr|Officer|Deputy|Trooper|Coach|Pastor|Father|Reverend|Rev|Senator|Sen|Congressman|Judge|Mayor|Sgt|Sergeant|Captain|Capt|Chief|Principal|Big|Old|Sweet|Miss|Nana|Papa|Pops|Momma|Tía|Don|Doña)\.? {Capital}(?: {Capital})?");

    // People who write in a hurry leave capitals out; "ms" is then often something else.
    private static readonly GuardPattern Small = GuardPattern.WithCase(
        @"\b(?:mr|mrs|sir|miss|grandpa|grandma|granny|grampa)\.? \p{Ll}{3,20}(?: \p{Ll}\.)?|\bms\.? \p{Ll}{4,20}\b|\b(?:thanks|thank you|love|prayers|rip)[ ,]{1,2}(?:to |for )?the \p{Ll}{4,20} family\b");
    private static readonly GuardPattern SmallOther = GuardPattern.Of(
        @"^ms\.? (?:office|word|teams|excel|access|outlook|degree|prepared|required|preferred|program\w*|dynamics|project|powerpoint|windows|clinic|nurse\w*|care|center|patients|sharepoint|walk|society|specialist)|^miss (?:out|this|your|our|the|these|work\w*|shifts?|you|that|a)|the (?:entire|whole|hospital|nursing|care|work|health|patient|extended|immediate)");

    private static readonly GuardPattern Household = GuardPattern.WithCase($@"\b(?:(?:to|for|with) the {Capital}s(?: family|,)? (?:on the birth|on your|who|whose)|the {Capital}s? (?:twins|triplets|baby|boys|girls|kids)|(?:[Tt]hanks?|[Tt]hank you|[Ll]ove|[Bb]less)[ ,]{{1,2}}(?:you,? )?(?:to )?(?:the )?{Capital} family|(?:from|by|you,?|thanks,?|—|-) \p{{Lu}}\. {Capital})\b");

    // "Baby Friendly", "Little Company of Mary", "Little Rock": a title that is part of something else.
    private static readonly FrozenSet<string> NoNames = FrozenSet.ToFrozenSet(
        ["Friendly", "Boomers", "Boomer", "Shower", "Rock", "Company", "Falls", "River", "League", "Steps", "Unit", "Nursery", "Care", "Catcher", "Basics", "Rn", "RN"]);

    private static readonly GuardPattern Place = GuardPattern.WithCase(
        @"\b(?:Hospital|Hospitals|Center|Centers|Centre|Clinic|Health|Healthcare|Medical|Memorial|House|Hall|Wing|Street|St|Avenue|Ave|Road|Drive|Lane|Boulevard|County|University|College|Foundation|School|Building|Institute|Campus|Tower|Pavilion|Children|Family|Library|Park|City|Heights|Springs|Town|Lake|Island|Fort|Base|Act|Award|Elementary|Manor|Village|Cottage|Home|Homes|VA|VAMC|Veterans|Auditorium|AFB|Airport|Barracks|Arsenal|National|Room|System|Program|Network|Associates|Group|Army|Air|Committee|Church|Nightingale|Hopkins|Department|Division|Mountains|Mountain|Administration|campus|hospital|center|clinic|building|wing|tower|pavilion|Scale|Syndrome|Disease)\b");

    private static readonly GuardPattern Further = GuardPattern.WithCase(@"^(?:'s)?(?: (?:\p{Lu}[\p{L}'.\-]*|of|for|the|and|&)){0,5}(?: (?:campus|hospital|center|clinic|building|wing|tower|pavilion|birthing center|health center))?");
    private static readonly GuardPattern Child = GuardPattern.WithCase(@"\b(?:[Bb]aby|[Ll]ittle) \p{Ll}{3,20}\b");
    private static readonly GuardPattern Word = GuardPattern.WithCase(@"\b\p{Ll}{4,20}\b");

    private static readonly GuardPattern SaintOrDoctor = GuardPattern.WithCase(@"(?:\b(?:the|St|Saint|San|Santa|Mount|Mt|Fort|Ft|Lake|Port|CAPT|Capt|Col|Gen|Maj|Adm|Dr|Doctor|President|Sister|Prof|Professor|for Dr)\.? |[@#/.\w])$");

    public static IReadOnlyList<PersonName> In(string text)
    {
        var titled = Titled.In(text).Where(span => !NoNames.Overlaps(Words(text, span)) && !IsPlace(text, span));
        var household = Household.In(text);
        var small = Small.In(text).Where(span => !SmallOther.IsMatch(text.AsSpan(span.Start, span.Length)));
        var office = Office.In(text).Where(span => !NoNames.Overlaps(Words(text, span)) && !IsPlace(text, span));
        var given = Capitals.In(text).SelectMany(run => FromGiven(text, run));
        return [.. titled.Concat(household).Concat(small).Select(span => new PersonName(span, true))
            .Concat(office.Select(span => new PersonName(span, false))).Concat(given).Concat(Uncapitalized(text)).OrderBy(name => name.Span.Start)];
    }

    private static IEnumerable<PersonName> FromGiven(string text, MatchSpan run)
    {
        if (IsPlace(text, run))
            yield break;

        var words = Words(text, run);
        var start = run.Start;
        for (var i = 0; i < words.Length; i++)
        {
            var bare = words[i].EndsWith("'s", StringComparison.Ordinal) ? words[i][..^2] : words[i];
            if (Given.Contains(bare))
            {
                if (!SaintOrDoctor.IsMatch(text.AsSpan(Math.Max(0, start - 12)..start)))
                    yield return new(new(start, run.End - start), i + 1 < words.Length);
                yield break;
            }

            start += words[i].Length + 1;
        }
    }

    // Only in a text that begins without a capital: elsewhere a small word is a word.
    private static IEnumerable<PersonName> Uncapitalized(string text)
    {
        foreach (var child in Child.In(text))
        {
            if (Unmistaken.Contains(text.Substring(child.Start, child.Length).Split(' ')[^1]))
                yield return new(child, true);
        }

        if (text.Length == 0 || !char.IsLower(text[0]))
            yield break;

        foreach (var word in Word.In(text))
        {
            if (Unmistaken.Contains(text.Substring(word.Start, word.Length)))
                yield return new(word, false);
        }
    }

    private static string[] Words(string text, MatchSpan span) => text.Substring(span.Start, span.Length).Split(' ');

    // Looks a little behind the name as long as capitals follow, for "Helen Keller Birthing Center" in one run and "Walter Reed National Military" in two.
    private static bool IsPlace(string text, MatchSpan span) =>
        Place.IsMatch(text.AsSpan(span.Start, span.Length)) || Place.IsMatch(Following(text, span.End));

    private static string Following(string text, int from)
    {
        foreach (var more in Further.In(text.AsSpan(from, Math.Min(40, text.Length - from))))
            return text.Substring(from, more.Length);
        return "";
    }
}
