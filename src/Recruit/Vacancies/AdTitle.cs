using System.Text.RegularExpressions;

namespace Recruit.Vacancies;

/// <summary>What a title says in words that count, each with how much its place lets it count: 1 where the role stands, less in what only tells where and when.</summary>
internal sealed partial class AdTitle
{
    private const double Besides = 0.5;

    // What stands alone before a comma in "Technologist, MRI": the words behind belong to it.
    private static readonly HashSet<string> Bare =
    [
        "nurse", "technician", "technologist", "tech", "therapist", "assistant", "aide", "manager", "mgr", "director", "supervisor", "physician", "md", "pharmacist", "worker", "specialist", "coordinator", "educator",
        "practitioner", "surgeon", "psychologist", "counselor", "scientist", "representative", "rep", "secretary", "clerk", "dietitian", "chief", "resident", "lead", "nursing", "np", "instructor", "professor", "faculty", "analyst",
    ];

    private static readonly HashSet<string> States =
    [
        .. "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC".Split(' '),
    ];

    // Their neighbors decide what these mean, so they are no role on their own.
    private static readonly HashSet<string> Doubtful = ["PT", "OT", "RT", "OR", "MA", "PA", "MD", "DO", "MT", "RPT", "AA", "IT", "US", "SA"];

    private AdTitle(List<(string Word, double Weight)> words) => Words = words;

    public IReadOnlyList<(string Word, double Weight)> Words { get; }

    public static AdTitle Read(string title)
    {
        var parts = PartEnds().Split(Clean(title)).Select(part => OccupationWords.Split(part).ToList()).Where(part => part.Count > 0).ToList();
        DropStates(parts);
        var roleKnown = parts.SelectMany(part => part).Any(word => !Doubtful.Contains(word) && NamesRole(word));
        var meanings = parts.Select((part, place) => (Lone: part.Count == 1 && Bare.Contains(part[0].ToLowerInvariant()), Words: OccupationWords.Meaning(Decide(part, place, parts, roleKnown)))).Where(part => part.Words.Count > 0).ToList();

        var first = Math.Max(0, meanings.FindIndex(part => part.Words.Any(NamesRole)));
        var words = new List<(string, double)>();
        for (var place = 0; place < meanings.Count; place++)
        {
            var main = place == first || (place == first + 1 && meanings[first].Lone);
            foreach (var word in meanings[place].Words)
            {
                if (!words.Exists(known => known.Item1 == word))
                    words.Add((word, main ? 1 : Besides));
            }
        }

        return new AdTitle(words);
    }

    internal static bool NamesRole(string word)
    {
        var small = word.ToLowerInvariant();
        return Bare.Contains(small) || small is "attendant" or "housekeeper" or "orderly" or "cook" or "janitor" or "transporter" or "scribe" or "sitter" or "caregiver" or "paramedic" or "chaplain" or "sonographer" or "registrar" or "midwife"
            or "associate" or "officer" or "administrator" or "recruiter" or "navigator" or "trainer" or "interpreter" or "courier" or "mechanic" or "scheduler" or "coding" or "biller" or "hygienist" or "advocate" or "optician" or "consultant" or "provider"
            || (small.Length > 6 && (small.EndsWith("ist", StringComparison.Ordinal) || small.EndsWith("ician", StringComparison.Ordinal)))
            || (small.Length < 7 && OccupationWords.IsShortForm(small) && OccupationWords.Meaning([small]).Any(spelled => spelled != small && NamesRole(spelled)));
    }

    private static string Clean(string title)
    {
        var text = title.Replace("&amp;", "&", StringComparison.Ordinal);
        text = Dotted().Replace(text, match => match.Value.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) + " ");
        foreach (var (pattern, words) in Joined)
            text = pattern.Replace(text, words);
        return Terms().Replace(text, " - ");
    }

    /// <summary>"Portland, OR": two capitals behind a comma are a state when another word before them is no word of the trade.</summary>
    private static void DropStates(List<List<string>> parts)
    {
        for (var place = 1; place < parts.Count; place++)
        {
            var before = parts[place - 1];
            if (parts[place].Count == 1 && States.Contains(parts[place][0]) && before.Count <= 3 && char.IsUpper(before[^1][0]) && !OccupationTitles.Known(before[^1]))
                parts[place].Clear();
        }

        parts.RemoveAll(part => part.Count == 0);
    }

    private static IEnumerable<string> Decide(List<string> part, int place, List<List<string>> parts, bool roleKnown)
    {
        for (var at = 0; at < part.Count; at++)
        {
            var next = at + 1 < part.Count ? part[at + 1].ToLowerInvariant() : "";
            var all = parts.SelectMany(other => other).Select(word => word.ToLowerInvariant());
            foreach (var word in Meaning(part[at], next, place == 0 && at == 0, roleKnown, all).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return word;
        }
    }

    private static string Meaning(string word, string next, bool leads, bool roleKnown, IEnumerable<string> all) => word switch
    {
        "PT" or "RPT" => !roleKnown || (leads && next is "assistant" or "asst" or "aide" or "tech" or "technician" or "manager" or "supervisor" or "director") ? "physical therapist" : "",
        "OT" => !roleKnown || (leads && next is "assistant" or "asst" or "aide" or "manager" or "supervisor" or "director") ? "occupational therapist" : "",
        "RT" => all.Any(other => other is "ct" or "mri" or "r" or "arrt" or "rad" or "xray" or "radiology" or "radiologic" or "radiographer" or "imaging" or "mammography" or "ray" or "arm") ? "radiologic technologist"
            : !roleKnown || leads ? "respiratory therapist" : "",
        "OR" => "operating room",
        "MA" => roleKnown && !leads ? "" : "medical assistant",
        "PA" => roleKnown && !leads ? "" : "physician assistant",
        "MD" or "DO" => roleKnown && !leads ? "" : "physician",
        "MT" => all.Any(other => other is "massage" or "music") || (roleKnown && !leads) ? "" : "medical technologist",
        "AA" => "anesthesiologist assistant",
        "US" => next is "tech" or "technologist" ? "ultrasound" : "",
        "IT" => "information technology",
        "Mas" or "MAs" => "medical assistant",
        "RNs" => "rn",
        "LPNs" => "lpn",
        "CNAs" => "cna",
        _ => word.ToLowerInvariant(),
    };

    private static readonly (Regex Pattern, string Words)[] Joined =
    [
        (Make(@"\bL\s?&\s?D\b"), "labor and delivery"), (Make(@"\bmed(ical)?\s?[/-]\s?surg(ical)?\b|\bmedsurg\b|\bm/s\b"), "medical surgical"), (Make(@"\bob\s?[/-]\s?gyn\b"), "obgyn"),
        (Make(@"\bpa-c\b"), "physician assistant"), (Make(@"\bx[- ]?rays?\b"), "x ray"), (Make(@"\bpm\s?&\s?r\b"), "pmr"), (Make(@"\botr/l\b"), "occupational therapist"), (Make(@"\bcota/l\b"), "cota"), (Make(@"\bccc-slp\b"), "slp"),
        (Make(@"\bRT\s?\(\s?R\s?\)|\bR\.?T\.?\s?\(R\)"), "radiologic technologist"), (Make(@"\bemt-?b(asic)?\b"), "emt"), (Make(@"\bmt-bc\b"), "music therapist"), (Make(@"\bpsy\.?d\b"), "psyd"), (Make(@"\bpharm\.?\s?d\b"), "pharmd"),
        (Make(@"\bmother[/-]baby\b"), "mother baby"), (Make(@"\bstep[- ]down\b"), "stepdown"), (Make(@"\bpre[- ]?op\b|\bpost[- ]?op\b"), "perioperative"), (Make(@"\bdirector,\s*(of\s+)?"), "director "), (Make(@"\bCT/MRI\b"), "CT MRI"),
        (Make(@"\b(LPN)/(LVN)\b"), "LPN"), (Make(@"\bear,? nose,? (and|&) throat\b"), "ent"), (Make(@"\bintensive \(critical\) care\b"), "intensive care"), (Make(@"\bmed\s?[/-]\s?tech\b"), "medication technician"),
    ];

    private static Regex Make(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);

    /// <summary>Letters of a short form with dots between: "R.N.", "R. EEG T." is left.</summary>
    [GeneratedRegex(@"\b(?:[A-Z]\.){2,}")]
    private static partial Regex Dotted();

    /// <summary>Money, hours, shares of full time, grades, numbers of requisitions.</summary>
    [GeneratedRegex(@"(up to\s*)?\$\s?[\d.,]+\s?(k|m)?\+?(\s?/\s?(hr|hour|yr|year|wk|week))?|\b\d*\.?\d+\s?fte\b|\bfte\s?\d*\.?\d+|\b\d{1,2}(:\d\d)?\s?[ap]m?\s?(-|–|to)\s?\d{1,2}(:\d\d)?\s?[ap]m?\b|\b\d+\s?(x|/)\s?\d+(/\d+)*s?\b|\b\d+(\.\d+)?[\s-]?(hrs?|hours?|wks?|weeks?|days?|months?|shifts?)\b(/\w+)?|\b(req(uisition)?|job)\s?(id)?\s?[#:]?\s?\d+\b|#\s?\w*\d\w*|\bGS-?\d+\S*|\b[A-Z]{2}-\d{3,}\S*|\b\d+(st|nd|rd|th)\s+shift\b|\bsign[- ]?on\b(\s+bonus)?|\bm\s?-\s?f\b|\b\d+k\b|\bwork from home\b|\bwill train\b|\bcall center\b|\bon\s?/\s?\d*\s?off\b", RegexOptions.IgnoreCase)]
    private static partial Regex Terms();

    [GeneratedRegex(@"\s[-–—]+\s?|[-–—]\s|[,()/:;|@*–—!\[\]•·]|(?<=[a-z]{3})-(?=[A-Z])")]
    private static partial Regex PartEnds();
}
