
namespace Recruit.Compliance.Patients;

/// <summary>What a story tells of a patient, in the words in which an authorization allows it.</summary>
public enum StoryItem
{
    FirstName,
    FullName,
    Condition,
    Town,
    Dates,
    Quote,
    Image,
}

public static class StoryItems
{
    private static readonly GuardPattern Town = GuardPattern.WithCase(@"\b(?:from|lives in|living in|native of|resident of|home to|back to|in nearby) (?:the )?(?:town of |city of )?\p{Lu}[\p{L}]{2,20}");
    private static readonly GuardPattern Calendar = GuardPattern.Of(
        @"\b(?:(?:january|february|april|june|july|august|september|october|november|december)\b|(?:in|on|last|this|since) (?:march|may)\b|(?:march|may) \d{1,2}\b|(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\d{1,2}/\d{1,2}(?:/\d{2,4})?\b)");
    private static readonly GuardPattern Quoted = GuardPattern.Of(@"""[^""]{8,400}""|\b(?:he|she|they|\w+) (?:said|says|told us|tells us|wrote|writes)\b");
    private static readonly GuardPattern Pictured = GuardPattern.Of(@"\b(?:photo|picture|pictured|video|selfie|watch (?:him|her|them))\b");
    private static readonly GuardPattern OwnTime = GuardPattern.Of(@"\b(?:apply|walk-in|hiring|interview|open house|job fair)\b");

    private static readonly Dictionary<StoryItem, GuardPattern> Scopes = new()
    {
        [StoryItem.FirstName] = GuardPattern.Of(@"\b(?:(?:full|first|last|patient|given|whole) ?)?names?\b"),
        [StoryItem.FullName] = GuardPattern.Of(@"(?:\b(?:full|last|family|whole|patient)[ ']?s? names?\b|^names?$|\bfirst and last\b|\bsurname\b)"),
        [StoryItem.Condition] = GuardPattern.Of(@"\b(?:condition|diagnos\w+|illness|injur\w+|disease|treatment|procedure|surgery|care|medical|health|recovery|outcome|stay|story)\b"),
        [StoryItem.Town] = GuardPattern.Of(@"\b(?:(?:home)?town|city|place|location|county|address|residence|community)\b"),
        [StoryItem.Dates] = GuardPattern.Of(@"\b(?:dates?|days?|time(?:line|s)?|month|when)\b"),
        [StoryItem.Quote] = GuardPattern.Of(@"\b(?:quot\w+|words|statement|testimonial|story|letter|review)\b"),
        [StoryItem.Image] = GuardPattern.Of(@"\b(?:image|images|photo\w*|picture\w*|video\w*|likeness)\b"),
    };

    /// <summary>In words: "the full name".</summary>
    public static string Words(this StoryItem item) => item switch
    {
        StoryItem.FirstName => "the name",
        StoryItem.FullName => "the full name",
        StoryItem.Condition => "the condition or treatment",
        StoryItem.Town => "the town",
        StoryItem.Dates => "dates",
        StoryItem.Quote => "a quote",
        _ => "an image",
    };

    public static IEnumerable<StoryItem> In(PatientClues clues, Surface surface, EmployerWords employer)
    {
        var text = clues.Plain.Text;
        var names = clues.Names.Select(name => text.Substring(name.Span.Start, name.Span.Length)).Where(name => !employer.HoldName(name)).ToList();
        if (names.Any(IsFull))
            yield return StoryItem.FullName;
        else if (names.Count > 0)
            yield return StoryItem.FirstName;
        if (clues.Sentences.Any(sentence => clues.Has(sentence, Clue.Condition, Clue.TheirCondition, Clue.Outcome)))
            yield return StoryItem.Condition;
        if (Town.IsMatch(text))
            yield return StoryItem.Town;
        if (clues.Sentences.Any(sentence => TellsDate(text, sentence)))
            yield return StoryItem.Dates;
        if (Quoted.IsMatch(text))
            yield return StoryItem.Quote;
        if (surface == Surface.Caption || Pictured.IsMatch(text))
            yield return StoryItem.Image;
    }

    public static bool Covers(IEnumerable<string> scope, StoryItem item) =>
        scope.Any(words => Scopes[item].IsMatch(words.Replace('_', ' ').Replace('-', ' ').Trim()));

    private static bool TellsDate(string text, Sentence sentence)
    {
        var words = text.AsSpan(sentence.Start, sentence.Length);
        return Calendar.IsMatch(words) && !OwnTime.IsMatch(words);
    }

    private static bool IsFull(string name) => name.Split(' ') is { Length: > 1 } words && words[^1].TrimEnd('.').Length > 1
        && !words[0].StartsWith("Baby", StringComparison.OrdinalIgnoreCase) && !words[0].StartsWith("Little", StringComparison.OrdinalIgnoreCase);
}
