using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class CodedWordRuleTests
{
    [Fact]
    public void Words_that_lean_are_advice_and_pay_does_not_lean()
    {
        new CodedWordRule().Check("An aggressive, dominant leader").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Advice);
        new CodedWordRule().Check("Competitive pay, competitive benefits, kind people").ShouldBeEmpty();
    }
}
