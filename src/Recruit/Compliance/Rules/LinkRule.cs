
namespace Recruit.Compliance.Rules;

/// <summary>LINK: an applicant must be able to get to the vacancy, and see beforehand where a link goes.</summary>
// Stands on HIPAA identifier N (45 CFR 164.514(b)(2)(i)(N)) for hidden addresses and on the hospital's own template, which asks
// for the link; read 2026-11-24.
public sealed class LinkRule : IComplianceRule
{
    private static readonly Concern Missing = new("LINK", Severity.Block,
        "This text should lead to the vacancy, and its link is missing.",
        "Put the apply link back, or choose a template without one.");

    private static readonly Concern Hidden = new("LINK", Severity.Review,
        "A shortened link hides where it leads.",
        "Use the full address of the vacancy or of the hospital's site.", "N");

    private static readonly GuardPattern Shortener = GuardPattern.Of(
        @"\b(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|rb\.gy|tiny\.cc|shorturl\.at|lnkd\.in|fb\.me|t\.ly|dlvr\.it|trib\.al|s\.id|v\.gd|bl\.ink|short\.io)(?:[/?#:]|$|\s)");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        var draft = reading.Draft;
        if (draft.Facts.LinkRequired && !LeadsToVacancy(draft))
            yield return Missing.About("text");

        foreach (var text in reading.Texts)
        {
            foreach (var found in Shortener.In(text.Text))
                yield return text.At(Hidden, found.Start, found.Length);
        }

        if (Uri.TryCreate(draft.Link, UriKind.Absolute, out var link) && Shortener.IsMatch(link.Host))
            yield return Hidden.About("text");
    }

    private static bool LeadsToVacancy(Draft draft)
    {
        var link = draft.Link ?? "";
        if (draft.Facts.LinkCode is { Length: > 0 } code)
            return Holds(link, code) || Holds(draft.Text, code);

        return link.Length > 0 || Holds(draft.Text, "://");
    }

    private static bool Holds(string words, string part) => words.Contains(part, StringComparison.Ordinal);
}
