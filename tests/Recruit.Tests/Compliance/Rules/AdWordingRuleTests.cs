using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class AdWordingRuleTests
{
    private readonly AdWordingRule _rule = new();

    [Theory]
    [InlineData("Seeking young nurses", "AGE-1", Severity.Block)]
    [InlineData("A high-energy unit", "AGE-2", Severity.Review)]
    [InlineData("Female CNA wanted", "SEX-1", Severity.Block)]
    [InlineData("US citizens only", "CIT-1", Severity.Block)]
    [InlineData("Must lift 50 lbs", "DIS-2", Severity.Review)]
    [InlineData("No felons", "CRIM-1", Severity.Review)]
    public void Unfair_words_are_found_under_the_rule_that_forbids_them(string text, string rule, Severity severity)
    {
        var finding = _rule.Check(text).ShouldHaveSingleItem();

        finding.Rule.ShouldBe(rule);
        finding.Severity.ShouldBe(severity);
    }

    [Fact]
    public void Every_wording_of_the_unfair_set_is_found_under_its_rule()
    {
        var missed = Texts.Lines("unfair-wording.txt").Select(line => line.Split(" | "))
            .Where(parts => _rule.Check(parts[1]).All(finding => finding.Rule != parts[0])).Select(parts => parts[1]);

        missed.ShouldBeEmpty();
    }

    [Fact]
    public void No_fair_wording_is_found() =>
        Texts.Lines("fair-wording.txt").Where(line => _rule.Check(line).Length > 0).ShouldBeEmpty();

    [Fact]
    public void The_words_on_accommodation_clear_a_physical_demand_anywhere_in_the_text() =>
        _rule.Check("Must lift 50 lbs. We give every reasonable accommodation.").ShouldBeEmpty();
}
