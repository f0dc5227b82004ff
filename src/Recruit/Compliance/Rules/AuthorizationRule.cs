using System.Globalization;
using Recruit.Compliance.Patients;

namespace Recruit.Compliance.Rules;

/// <summary>AUT-1 to AUT-4: an authorization carries a patient's story only while it is whole, signed, unexpired and unrevoked, and only as far as its scope.</summary>
// Stands on 45 CFR 164.508(b)(2) and (c), and for minors and specially protected care on 42 CFR Part 2 and state law; summaries read 2026-11-24.
public sealed class AuthorizationRule : IComplianceRule
{
    private const int WarnDays = 30;

    private static readonly GuardPattern Good = GuardPattern.Of(@"^\s*(?:valid|signed|active|complete[d]?|approved|current|on[ _-]file|in[ _-]force|effective|ok)\s*$");
    private static readonly GuardPattern NotYet = GuardPattern.Of(@"^\s*(?:no|none|false|pending|unsigned|verbal\w*|oral\w*|n/?a)\s*$");
    private static readonly GuardPattern ForTheWorld = GuardPattern.Of(@"\b(?:recruit\w*|market\w*|advertis\w*|social|public\w*|promot\w*|hiring|career\w*|testimonial\w*|website|media|communications?)\b");
    private static readonly GuardPattern ForOthers = GuardPattern.Of(@"\b(?:internal|research|treatment|billing|payment|insurance|training|education\w*|quality|fundrais\w*|donor|newsletter|legal)\b");

    private static readonly GuardPattern Sensitive = GuardPattern.Of(
        @"\b(?:hiv|aids|psych\w*|suicid\w*|depression|bipolar|schizophreni\w*|behavioral health|mental health|rehab for|overdos\w*|addict\w*|opioid\w*|alcohol\w*|sober|detox|substance use|abortion|miscarriage|fertility|ivf|genetic|brca)\b");
    private static readonly GuardPattern Minor = GuardPattern.Of(@"\b(?:[1-9]|1[0-7])[\- ](?:year|yr|month|week|day)s?[\- ]old\b|\b(?:baby|toddler|preemie|newborn|infant|little (?:boy|girl)|teenager|his mom|her mom)\b");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        if (reading.Draft.Authorization is not { } paper)
            return [];

        return Paper(paper, today).Concat(Time(paper, today)).Concat(Reach(paper, reading.Draft)).Concat(Items(paper, reading)).Concat(Care(reading))
            .Select(concern => concern.About("text"));
    }

    private static IEnumerable<Concern> Paper(PatientAuthorization paper, DateOnly today)
    {
        if (!Good.IsMatch(paper.Status))
            yield return Refused("AUT-1", "The authorization is not in force.", "Wait until it is signed and complete, or take the story out.");
        if (paper.SignedOn.Trim().Length == 0 || NotYet.IsMatch(paper.SignedOn) || Day(paper.SignedOn) > today)
            yield return Refused("AUT-1", "The authorization is not signed.", "Have the patient sign it, with the date.");
        if (paper.Purpose.Trim().Length == 0 || ForOthers.IsMatch(paper.Purpose) && !ForTheWorld.IsMatch(paper.Purpose))
            yield return Refused("AUT-1", "The authorization does not allow this purpose.", "Ask for an authorization that names recruitment or marketing in public.");
        else if (!ForTheWorld.IsMatch(paper.Purpose))
            yield return Refused("AUT-1", "The purpose of the authorization does not name recruitment or marketing.", "Let a privacy reviewer read the paper.") with { Severity = Severity.Review };
        if (paper.Scope.All(string.IsNullOrWhiteSpace))
            yield return Refused("AUT-1", "The authorization does not say what may be told.", "List the items that the patient allows: name, condition, town, dates, quote, image.");
    }

    private static IEnumerable<Concern> Time(PatientAuthorization paper, DateOnly today)
    {
        if (paper.Revoked.Trim().Length > 0 && !NotYet.IsMatch(paper.Revoked) && !(Day(paper.Revoked) > today))
            yield return Refused("AUT-2", "The patient has revoked the authorization.", "Take the story out, and take down what is live.");

        var expires = Day(paper.Expires);
        if (paper.Expires.Trim().Length == 0)
            yield return Refused("AUT-1", "The authorization has no expiration date or event.", "Add the date or the event; without it the paper is not valid.");
        else if (expires is null)
            yield return Refused("AUT-3", "The authorization ends with an event.", "Let its owner confirm that the event has not come yet.") with { Severity = Severity.Review };
        else if (expires < today)
            yield return Refused("AUT-1", "The authorization has expired on the day of publication.", "Ask the patient for a new one, or publish before it ends.");
        else if (expires < today.AddDays(WarnDays))
            yield return Refused("AUT-3", "The authorization expires within 30 days.", "Plan the take-down, or ask for a new one.") with { Severity = Severity.Advice };
    }

    private static IEnumerable<Concern> Reach(PatientAuthorization paper, Draft draft)
    {
        if (!draft.Surface.MayTellOfPatients)
            yield return Refused("AUT-1", "No authorization covers a reply: it answers in public who may not be the one who signed.", "Use a neutral answer that confirms nothing.");

        var channel = draft.Channel.Value;
        if (paper.Channels.All(string.IsNullOrWhiteSpace))
            yield return Refused("AUT-1", "The authorization does not say where the story may be shown.", "List the networks that the patient allows.");
        else if (channel.Length == 0)
            yield return Refused("AUT-1", "Nobody said where the story will be shown.", "Name the network, so that it can be compared with the authorization.") with { Severity = Severity.Review };
        else if (!paper.Channels.Any(allowed => IsSame(allowed, channel)))
            yield return Refused("AUT-1", "The authorization does not allow this network.", "Choose one that it names, or ask the patient for this one too.");
    }

    private static IEnumerable<Concern> Items(PatientAuthorization paper, DraftReading reading) =>
        from item in reading.Places.SelectMany(clues => StoryItems.In(clues, reading.Draft.Surface, reading.Employer)).Distinct()
        where !StoryItems.Covers(paper.Scope, item)
        select Refused("AUT-1", $"The authorization does not cover {item.Words()}.", "Take it out, or ask the patient to allow it.");

    private static IEnumerable<Concern> Care(DraftReading reading)
    {
        if (reading.Texts.Any(text => Sensitive.IsMatch(text.Text) || Minor.IsMatch(text.Text)))
            yield return Refused("AUT-4", "A story of a minor or of specially protected care needs one more approval.", "Let the privacy officer decide.") with { Severity = Severity.Review };
    }

    private static bool IsSame(string allowed, string channel) => Name(allowed).Overlaps(Name(channel));

    private static HashSet<string> Name(string network)
    {
        var words = network.ToLowerInvariant().Split([' ', '(', ')', '/', ',', '_', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Select(word => word == "twitter" ? "x" : word)];
    }

    private static Concern Refused(string rule, string reason, string advice) => new(rule, Severity.Block, reason, advice);

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim() is { Length: > 10 } longer ? longer[..10] : text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
