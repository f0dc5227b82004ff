using System.Collections.Frozen;
using System.Text.RegularExpressions;
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

    private static readonly Regex Titled = GuardPattern.WithCase($@"\b(?:Mr|Mrs|Ms|Mx|Miss|Mister|MR|MRS|Grandpa|Grandma|Granny|Baby|Little|baby|Uncle|Aunt)\.? {Capital}(?: {Capital})?");
    private static readonly Regex Capitals = GuardPattern.WithCase($@"\b{Capital}(?: {Capital}\.?){{0,4}}");
    private static readonly Regex Household = GuardPattern.WithCase($@"\b(?:(?:to|for|with) the {Capital}s(?: family|,)? (?:on the birth|on your|who|whose)|the {Capital} (?:twins|triplets|baby)|(?:from|by|you,?|thanks,?|—|-) \p{{Lu}}\. {Capital})\b");

    // "Baby Friendly", "Little Company of Mary", "Little Rock": a title that is part of something else.
    private static readonly FrozenSet<string> NoNames = FrozenSet.ToFrozenSet(
        ["Friendly", "Boomers", "Boomer", "Shower", "Rock", "Company", "Falls", "River", "League", "Steps", "Unit", "Nursery", "Care", "Catcher", "Basics", "Rn", "RN"]);

    private static readonly Regex Place = GuardPattern.WithCase(
        @"\b(?:Hospital|Hospitals|Center|Centers|Centre|Clinic|Health|Healthcare|Medical|Memorial|House|Hall|Wing|Street|St|Avenue|Ave|Road|Drive|Lane|Boulevard|County|University|College|Foundation|School|Building|Institute|Campus|Tower|Pavilion|Children|Family|Library|Park|City|Heights|Springs|Town|Lake|Island|Fort|Base|Act|Award|Elementary|Manor|Village|Cottage|Home|Homes|VA|VAMC|Veterans|Auditorium|Room|System|Program|Network|Associates|Group|Army|Air|Committee|Church|Nightingale|Hopkins|Department|Division|Mountains|Mountain|Administration|campus|hospital|center|clinic|building|wing|tower|pavilion|Scale|Syndrome|Disease)\b");

    private static readonly Regex SaintOrDoctor = GuardPattern.WithCase(@"(?:\b(?:St|Saint|San|Santa|Mount|Mt|Fort|Ft|Lake|Port|Dr|Doctor|President|Sister|Prof|Professor|for Dr)\.? |[@#/.\w])$");

    public static IReadOnlyList<PersonName> In(string text)
    {
        var titled = Titled.EnumerateMatches(text).ToSpans().Where(span => !NoNames.Overlaps(Words(text, span)) && !IsPlace(text, span));
        var household = Household.EnumerateMatches(text).ToSpans();
        var given = Capitals.EnumerateMatches(text).ToSpans().SelectMany(run => FromGiven(text, run));
        return [.. titled.Concat(household).Select(span => new PersonName(span, true)).Concat(given).OrderBy(name => name.Span.Start)];
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
                if (!SaintOrDoctor.IsMatch(text[Math.Max(0, start - 12)..start]))
                    yield return new(new(start, run.End - start), i + 1 < words.Length);
                yield break;
            }

            start += words[i].Length + 1;
        }
    }

    private static string[] Words(string text, MatchSpan span) => text.Substring(span.Start, span.Length).Split(' ');

    // Looks a little behind the name, for "Helen Keller Birthing Center" in one run and "Walter Reed National Military" in two.
    private static bool IsPlace(string text, MatchSpan span) =>
        Place.IsMatch(text.AsSpan(span.Start, span.Length)) || Place.IsMatch(Following(text, span.End));

    private static string Following(string text, int from)
    {
        var end = from;
        while (end < text.Length && end - from < 28 && (char.IsLetter(text[end]) || text[end] is ' ' or '\'' or '-' or '.'))
            end++;
        return text[from..end];
    }
}
