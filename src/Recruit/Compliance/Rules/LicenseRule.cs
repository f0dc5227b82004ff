
namespace Recruit.Compliance.Rules;

/// <summary>HIP-K: the number of somebody's license, certificate, passport or DEA registration. Asking for a license is no number.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(K); the shape and check digit of DEA numbers and of NPIs follow Microsoft Presidio (MIT). Both read 2026-11-24.
// A provider's NPI is public, so a reviewer looks at it and nothing is blocked; the facility's own passes by its label.
public sealed class LicenseRule : IComplianceRule
{
    private static readonly Concern Number = new("HIP-K", Severity.Block,
        "This looks like the number of somebody's license or certificate.", "Take the number out; naming the license that is needed is enough.", "K");

    private static readonly Concern Provider = new("HIP-K", Severity.Review,
        "This looks like a provider's NPI.", "Take it out unless it is the facility's own.", "K");

    private static readonly GuardPattern Labeled = GuardPattern.Of(
        @"\b(?:licen[sc]e|lic|certificate|passport|driver'?s|DL|permit)\.?(?: licen[sc]e)?[\s:#.\-(]{0,3}(?:(?:id|no|num|number|nr|is|was)\b[\s:#.=\-(]{0,3}){0,2}[A-Z]{0,3}[\- ]?\d[\dA-Z\-]{4,16}\b");
    private static readonly GuardPattern Dea = GuardPattern.Of(@"\b[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}\b");
    private static readonly GuardPattern Npi = GuardPattern.Of(@"\bNPI\b[\s:#.=\-(]{0,3}(?:(?:no|number|is|was)\b[\s:#.=\-]{0,3}){0,2}[12]\d{9}\b");
    private static readonly GuardPattern Facility = GuardPattern.Of(@"\b(?:facility|hospital|organization|group|our|clinic|billing)(?:'s)? $");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        foreach (var text in reading.TextsWithDigits)
        {
            foreach (var found in Labeled.In(text.Text).Where(span => text.Text.AsSpan(span.Start, span.Length).ContainsAnyInRange('0', '9')))
            {
                if (!reading.Employer.Cover(text, found))
                    yield return text.At(Number, found.Start, found.Length);
            }

            foreach (var found in Dea.In(text.Text))
            {
                if (Checksums.IsDea(text.Text.AsSpan(found.Start, found.Length)) && !EmployerLabel.Precedes(text, found.Start))
                    yield return text.At(Number, found.Start, found.Length);
            }

            foreach (var found in Npi.In(text.Text))
            {
                if (Checksums.IsNpi(text.Text.AsSpan(found.End - 10, 10)) && !Facility.IsMatch(text.Before(found.Start, 16)))
                    yield return text.At(Provider, found.Start, found.Length);
            }
        }
    }
}
