using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class ContactRuleTests
{
    private readonly ContactRule _rule = new();

    [Theory]
    [InlineData("Text our manager on 319-555-0108.", "HIP-D")]
    [InlineData("Call (319) 555-0108", "HIP-D")]
    [InlineData("Call +91 4155 550132", "HIP-D")]
    [InlineData("Fax: 319.555.0108", "HIP-E")]
    [InlineData("Write to hiring.lady@inbox.example.", "HIP-F")]
    [InlineData("Write to hiring at inbox dot example", "HIP-F")]
    [InlineData("Write to hiring [at] inbox (dot) example", "HIP-F")]
    public void An_unlisted_contact_goes_to_a_reviewer(string text, string rule)
    {
        var finding = _rule.Check(text).ShouldHaveSingleItem();

        finding.Rule.ShouldBe(rule);
        finding.Severity.ShouldBe(Severity.Review);
    }

    [Theory]
    [InlineData("Call (319) 555-0108", "+1 319 555 0108")]
    [InlineData("Call 319-555-0108", "1-319-555-0108")]
    [InlineData("Write to Jobs@Valley.example.", "jobs@valley.example")]
    public void A_listed_contact_passes_however_it_is_written(string text, string listed) => _rule.Check(text, listed).ShouldBeEmpty();

    [Theory]
    [InlineData("$38.50 - $56.20 an hour")]
    [InlineData("Dial 711 for TTY")]
    [InlineData("Requisition 3195550108")]
    [InlineData("Open house at www.valley.example")]
    public void Other_numbers_and_words_pass(string text) => _rule.Check(text).ShouldBeEmpty();
}
