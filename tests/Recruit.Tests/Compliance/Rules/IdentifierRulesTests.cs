using Recruit.Compliance;
using Recruit.Compliance.Rules;

namespace Recruit.Tests.Compliance.Rules;

/// <summary>Numbers and addresses that are told by a label, a check digit or a list.</summary>
public sealed class IdentifierRulesTests
{
    private static readonly IComplianceRule[] Identifiers =
        [new LicenseRule(), new DeviceRule(), new VehicleRule(), new StreetRule(), new WebAddressRule(), new AccountRule(), new ContactRule(), new RecordNumberRule(), new SocialSecurityRule()];

    [Theory]
    [InlineData("HIP-K", "His driver's license no. D4471-2290 was left here.", "driver's license no. D4471-2290")]
    [InlineData("HIP-K", "Prescriber AB1234563 signed.", "AB1234563")]
    [InlineData("HIP-K", "NPI 1234567893 was on the form.", "NPI 1234567893")]
    [InlineData("HIP-M", "The pacemaker, serial no. PJN4420187, is in.", "serial no. PJN4420187")]
    [InlineData("HIP-L", "She drives plate 7KTR294.", "plate 7KTR294")]
    [InlineData("HIP-L", "The car 1HGCM82633A004352 was hit.", "1HGCM82633A004352")]
    [InlineData("HIP-B", "The man lives at 14 Fir Street.", "14 Fir Street")]
    [InlineData("HIP-N", "See https://patients.example.net/u/42", "https://patients.example.net")]
    [InlineData("HIP-O", "Log in from 10.2.33.14 today", "10.2.33.14")]
    [InlineData("HIP-O", "Log in from 2001:db8:0:1:1:1:1:1 today", "2001:db8:0:1:1:1:1:1")]
    [InlineData("HIP-J", "Refund to DE89 3704 0044 0532 0130 00 please", "DE89 3704 0044 0532 0130 00")]
    [InlineData("HIP-D", "Call five six three, 555, 0188", "five six three, 555, 0188")]
    [InlineData("HIP-H", "MRN ending in 8812", "MRN ending in 8812")]
    [InlineData("HIP-G", "s.s.n. three one two, 55, 9071", "three one two, 55, 9071")]
    public void An_identifier_is_found_where_it_stands(string rule, string text, string words) =>
        Found(text).ShouldContain(finding => finding.Rule == rule && finding.Words(text) == words && finding.Severity >= Severity.Review);

    [Theory]
    [InlineData("A valid driver's license and an active DEA registration are required.")]
    [InlineData("Facility NPI: 1234567893.")]
    [InlineData("Version 2.1.0.14 goes live in May, ISO 9001:2015.")]
    [InlineData("Records serial numbers in the asset system.")]
    [InlineData("Apply at www.cedarbend.org/jobs or visit 410 Millrace Road.")]
    [InlineData("Call +1 563-555-0119, ext. 12, or mail careers@cedarbend.org.")]
    [InlineData("Shifts from 7:00 to 19:30, ratio 1:2, requisition 1003000126.")]
    public void What_only_looks_like_one_passes(string text) => Found(text).ShouldBeEmpty();

    [Fact]
    public void An_address_beside_care_blocks_and_alone_is_looked_at()
    {
        new StreetRule().Check("We meet at 14 Fir Street.").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Review);
        new StreetRule().Check("Sitter wanted for a man with dementia, 14 Fir Street.").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
    }

    [Fact]
    public void The_link_that_the_post_carries_is_the_employer_s() =>
        new WebAddressRule().Check(Drafts.Of("RN https://jobs.hospital.test/go/abc", link: "https://jobs.hospital.test/go/abc")).ShouldBeEmpty();

    private static List<Finding> Found(string text) => [.. Identifiers.SelectMany(rule => rule.Check(text, CedarBend.OwnWords))];
}
