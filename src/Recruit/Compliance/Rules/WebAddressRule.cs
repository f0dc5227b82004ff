using System.Net;

namespace Recruit.Compliance.Rules;

/// <summary>HIP-N, HIP-O: a web address whose host is not the hospital's, and the address of a machine.</summary>
// Stands on 45 CFR 164.514(b)(2)(i)(N) and (O), read 2026-11-24. Whose page it is can only be told by the facility's list, so a reviewer looks; nothing is blocked.
public sealed class WebAddressRule : IComplianceRule
{
    private static readonly Concern Page = new("HIP-N", Severity.Review,
        "This web address is not among those of the facility or the vacancy.", "Check where it leads. If it is the hospital's, add its domain to the facility.", "N");

    private static readonly Concern Machine = new("HIP-O", Severity.Review, "This looks like the address of a machine.", "Take it out.", "O");

    private static readonly GuardPattern Url = GuardPattern.Of(@"(?:https?://|www\.)[a-z0-9][a-z0-9.\-]{0,250}");
    private static readonly GuardPattern Four = GuardPattern.Of(@"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b");
    private static readonly GuardPattern Six = GuardPattern.Of(@"(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}\b");
    private static readonly GuardPattern NoMachine = GuardPattern.Of(@"\b(?:version|release|v|ver|build|section|update)\.? ?$");

    public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
    {
        var own = Uri.TryCreate(reading.Draft.Link, UriKind.Absolute, out var link) ? link.Host : null;
        foreach (var text in reading.Texts)
        {
            foreach (var found in Url.In(text.Text))
            {
                var host = Host(text.Text.AsSpan(found.Start, found.Length));
                if (!IsPublicOffice(host) && !host.Equals(own, StringComparison.OrdinalIgnoreCase) && !reading.Employer.HoldHost(host))
                    yield return text.At(Page, found.Start, found.Length);
            }

            if (!text.HasDigits)
                continue;

            foreach (var found in Four.In(text.Text).Concat(Six.In(text.Text)))
            {
                if (IPAddress.TryParse(text.Text.AsSpan(found.Start, found.Length), out _) && !NoMachine.IsMatch(text.Before(found.Start, 10)))
                    yield return text.At(Machine, found.Start, found.Length);
            }
        }
    }

    // No private person can hold such a host.
    private static bool IsPublicOffice(string host) => host.EndsWith(".gov", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".mil", StringComparison.OrdinalIgnoreCase);

    private static string Host(ReadOnlySpan<char> url)
    {
        var host = url.ToString();
        if (host.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0)
            host = host[(scheme + 3)..];
        host = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
        return host.TrimEnd('.', '-');
    }
}
