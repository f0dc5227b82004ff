using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class AccountRuleTests
{
    private readonly AccountRule _rule = new();

    [Theory]
    [InlineData("Acct #: 4410098273")]
    [InlineData("Billing account number 55120938")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("378282246310005")]
    public void An_account_or_card_number_blocks(string text)
    {
        var findings = _rule.Check(text);

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Rule == "HIP-J" && finding.Severity == Severity.Block);
    }

    [Theory]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("Requisition 4410098273")]
    [InlineData("Manages 12 accounts")]
    [InlineData("Takes account of 2026 targets")]
    public void Other_numbers_pass(string text) => _rule.Check(text).ShouldBeEmpty();
}
