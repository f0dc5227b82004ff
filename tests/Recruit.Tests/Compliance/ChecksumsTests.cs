using Recruit.Compliance;

namespace Recruit.Tests.Compliance;

public sealed class ChecksumsTests
{
    [Theory]
    [InlineData("4111 1111 1111 1111", true)]
    [InlineData("4111 1111 1111 1112", false)]
    public void A_card(string number, bool right) => Checksums.IsLuhn(number, fewest: 13).ShouldBe(right);

    [Theory]
    [InlineData("1234567893", true)]
    [InlineData("1234567890", false)]
    [InlineData("3234567893", false)]
    public void A_provider(string number, bool right) => Checksums.IsNpi(number).ShouldBe(right);

    [Theory]
    [InlineData("AB1234563", true)]
    [InlineData("AB1234567", false)]
    public void A_registration_for_drugs(string number, bool right) => Checksums.IsDea(number).ShouldBe(right);

    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 00", true)]
    [InlineData("DE89 3704 0044 0532 0130 01", false)]
    [InlineData("GB82WEST12345698765432", true)]
    public void A_bank_account(string number, bool right) => Checksums.IsIban(number).ShouldBe(right);

    [Theory]
    [InlineData("1HGCM82633A004352", true)]
    [InlineData("1HGCM82633A004353", false)]
    [InlineData("11111111111111111", true)]
    public void A_vehicle(string number, bool right) => Checksums.IsVin(number).ShouldBe(right);
}
