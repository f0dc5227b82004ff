using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Recruit.Compliance;

namespace Recruit.Tests.Compliance;

public sealed class ComplianceModuleTests
{
    [Fact]
    public void Every_rule_of_the_program_is_listed_once()
    {
        var written = typeof(IComplianceRule).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IComplianceRule)));

        ComplianceModule.Rules().Select(rule => rule.GetType().Name).Order().ShouldBe(written.Select(type => type.Name).Order());
    }

    [Fact]
    public void The_guard_can_be_had_with_all_its_rules()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging().AddSingleton(TimeProvider.System);
        builder.AddCompliance();
        using var host = builder.Build();

        host.Services.GetServices<IComplianceRule>().Count().ShouldBe(ComplianceModule.Rules().Count);
        host.Services.GetRequiredService<ComplianceGuard>().Check(Drafts.Of("RN, nights")).IsClean.ShouldBeTrue();
    }
}
