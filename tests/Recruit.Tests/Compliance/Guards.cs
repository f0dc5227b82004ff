using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Recruit.Compliance;

namespace Recruit.Tests.Compliance;

public static class Guards
{
    public static ComplianceGuard Real() => Of(ComplianceModule.Rules());

    public static ComplianceGuard Of(IEnumerable<IComplianceRule> rules, ILogger<ComplianceGuard>? log = null) =>
        new(rules, new FakeTimeProvider(Drafts.Now), log ?? NullLogger<ComplianceGuard>.Instance);
}
