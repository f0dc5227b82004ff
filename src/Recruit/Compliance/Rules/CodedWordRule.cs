using Recruit.Compliance.Words;

namespace Recruit.Compliance.Rules;

/// <summary>COPY-1: words that lean to one sex. Advice only: in nursing, words of support and care are everywhere.</summary>
// Stands on Gaucher, Friesen and Kay, Evidence that gendered wording in job advertisements exists (2011), read in summary 2026-11-24; no law.
public sealed class CodedWordRule : IComplianceRule
{
    private const int Masculine = 2;
    private const int Feminine = 4;

    private static readonly Concern Leans = new("COPY-1", Severity.Advice,
        "Several words lean to one sex, and some readers will feel that they are not meant.", "Balance the list: say what the work is instead of what a person must be like.");

    private static readonly Dictionary<string, string> Stems = WordList.Alternations("coded-words.txt");
    private static readonly GuardPattern Men = GuardPattern.Of($@"\b(?:{Stems["masculine"]})\w{{0,12}}\b");
    private static readonly GuardPattern Women = GuardPattern.Of($@"\b(?:{Stems["feminine"]})\w{{0,12}}\b");
    private static readonly GuardPattern Pay = GuardPattern.Of(@"^ (?:pay|salar\w{1,3}|wages?|benefits?|compensation|rates?|package|hourly|regardless)\b");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var text in reading.Texts)
        {
            var men = Men.In(text.Text).FindAll(span => !Pay.IsMatch(text.After(span.End, 16)));
            var women = Women.In(text.Text);
            if (men.Count - women.Count >= Masculine)
                yield return text.At(Leans, men[0].Start, men[0].Length);
            else if (women.Count - men.Count >= Feminine)
                yield return text.At(Leans, women[0].Start, women[0].Length);
        }
    }
}
