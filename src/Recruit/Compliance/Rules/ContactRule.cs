
namespace Recruit.Compliance.Rules;

/// <summary>HIP-D, HIP-E, HIP-F: phone and fax numbers and mail addresses that the hospital has not listed as its own.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(D) to (F), read 2026-11-24. A vacancy is full of the employer's own contacts, so provenance
// decides: listed passes, unlisted is looked at, nothing is blocked.
public sealed class ContactRule : IComplianceRule
{
    private static readonly Concern Phone = new("HIP-D", Severity.Review,
        "This phone number is not among the contacts of the facility or the vacancy.",
        "Check whose number it is. If it is the hospital's, add it to the facility.", "D");

    private static readonly Concern Fax = Phone with { Rule = "HIP-E", Letter = "E" };

    private static readonly Concern Mail = new("HIP-F", Severity.Review,
        "This mail address is not among the contacts of the facility or the vacancy.",
        "Check whose address it is. If it is the hospital's, add it to the facility.", "F");

    private static readonly GuardPattern Number = GuardPattern.Of(@"(?:\+?1[\-. ]{0,2})?(?:\(\d{3}\)|\b\d{3})[\-. /]{0,2}\b\d{3}[\-. ]{1,2}\d{4}\b|\b\d{3}, {1,2}\d{3}, {1,2}\d{4}\b");
    private static readonly GuardPattern Abroad = GuardPattern.Of(@"\+[2-9]\d{0,2}(?:[\-. ()]{1,2}\d{2,6}){2,5}\b");
    private static readonly GuardPattern Address = GuardPattern.Of(@"[a-z0-9._%+\-]{1,64}(?:@| at )[a-z0-9\-]{1,63}(?:(?:\.| dot )[a-z0-9\-]{1,63}){0,4}(?:\.| dot )[a-z]{2,24}\b");
    private static readonly GuardPattern SaysFax = GuardPattern.Of(@"\bfax\b[^\d]{0,12}$");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var text in reading.Texts)
        {
            foreach (var found in Number.In(text.Text).Concat(Abroad.In(text.Text)))
            {
                if (!reading.Employer.HoldPhone(text.Text.Substring(found.Start, found.Length)))
                    yield return text.At(SaysFax.IsMatch(text.Before(found.Start, 20)) ? Fax : Phone, found.Start, found.Length);
            }

            foreach (var found in Address.In(text.Text))
            {
                if (IsAddress(text, found, reading.Employer))
                    yield return text.At(Mail, found.Start, found.Length);
            }
        }
    }

    // "Nurses at www.example.org" reads like a spelled-out address, so the word "at" counts only when "dot" is spelled too.
    private static bool IsAddress(PlainText text, MatchSpan found, EmployerWords employer)
    {
        var words = text.Text.Substring(found.Start, found.Length);
        if (!words.Contains('@', StringComparison.Ordinal) && !words.Contains(" dot ", StringComparison.OrdinalIgnoreCase))
            return false;

        var mail = words.Replace(" at ", "@", StringComparison.OrdinalIgnoreCase).Replace(" dot ", ".", StringComparison.OrdinalIgnoreCase);
        return !employer.Hold(mail) && !employer.HoldHost(mail[(mail.IndexOf('@', StringComparison.Ordinal) + 1)..]);
    }
}
