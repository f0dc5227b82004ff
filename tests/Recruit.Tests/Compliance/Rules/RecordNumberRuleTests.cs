using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

public sealed class RecordNumberRuleTests
{
    private readonly RecordNumberRule _rule = new();

    [Theory]
    [InlineData("MRN 7712309")]
    [InlineData("MRN: 0048-2917")]
    [InlineData("MR# 551029")]
    [InlineData("M.R.N. 551029")]
    [InlineData("Chart 8841207")]
    [InlineData("chart no. 8841207")]
    [InlineData("Medical record number is 99213")]
    [InlineData("Patient ID: 77-410-22")]
    [InlineData("pt id 5582017")]
    [InlineData("Encounter 55120938")]
    [InlineData("accession #A2026-0991")]
    [InlineData("7712309 (MRN)")]
    [InlineData("MR\\#551029")]
    [InlineData("ＭＲＮ ７７１２３０９")]
    [InlineData("М​RN 7712309")]
    public void A_record_number_with_a_value_blocks(string text)
    {
        var findings = _rule.Check(text);

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Rule == "HIP-H" && finding.Severity == Severity.Block);
    }

    [Theory]
    [InlineData("Scans the MRN barcode before each dose")]
    [InlineData("Reviews 40 charts a day")]
    [InlineData("Codes inpatient charts using ICD-10")]
    [InlineData("61,000 encounters a year")]
    [InlineData("Uses two patient identifiers")]
    [InlineData("Requisition 88120045")]
    [InlineData("Patient ratio 1:4")]
    [InlineData("Maintains medical records for 12 clinics")]
    public void Labels_without_a_value_pass(string text) => _rule.Check(text).ShouldBeEmpty();
}
