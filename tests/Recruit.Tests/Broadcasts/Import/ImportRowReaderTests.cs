using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts.Import;

public sealed class ImportRowReaderTests
{
    [Fact]
    public void A_federal_row_becomes_plain_facts()
    {
        var row = MessyFile.Row("LK-16-1001-BU");
        var facts = row.Facts;

        row.Refusal.ShouldBeNull();
        facts.Title.ShouldBe("Medical Technologist");
        facts.OccupationCode.ShouldBe("29-2011.00");
        (facts.City, facts.Region, facts.Country, facts.TimeZone).ShouldBe(("Duluth", "MN", "US", "America/Chicago"));
        facts.Pay.ToString().ShouldBe("$40,033–$63,654 a year");
        facts.EmploymentType.ShouldBe(EmploymentType.FullTime);
        (facts.OpensOn, facts.ClosesOn).ShouldBe((new DateOnly(2016, 5, 6), new DateOnly(2016, 9, 30)));
        facts.ApplyUrl.ShouldBe("https://careers.example.org/view/1001?channel=a");
        facts.Credentials.ShouldBe([new("MLS or MT certification"), new("BLS", 30)]);
        facts.Description.ShouldBe("## About this role\n\nRun the night bench.\n\n## What you bring\n\nA degree in laboratory science, or equal training.");
    }

    [Fact]
    public void Capitals_are_calmed_and_hourly_pay_keeps_its_parts_of_a_cent()
    {
        var facts = MessyFile.Row("LK 16 1002 BU/MP").Facts;

        facts.Title.ShouldBe("Registered Nurse (Wound Care)");
        facts.Pay.ShouldBe(new Pay(18.8112m, 24.2923m, PayUnit.Hour));
        facts.EmploymentType.ShouldBe(EmploymentType.PerDiem);
        facts.ClosesOn.ShouldBeNull();
        MessyFile.Row("LK 16 1002 BU/MP").Proposals.ShouldContain("Closing date: open until filled");
    }

    [Fact]
    public void A_city_row_loses_its_padding_its_street_and_nothing_else()
    {
        var row = MessyFile.Row("340435");

        row.FacilityName.ShouldBe("City Clinics");
        row.Facts.Title.ShouldBe("Supervising Nurse, Bureau of Clinics");
        row.Facts.Department.ShouldBe("Environmental Sciences");
        (row.Facts.City, row.Facts.Region).ShouldBe(("Queens", "NY"));
        row.Facts.Pay.ShouldBe(new Pay(73576, 73576, PayUnit.Year));
        row.Facts.EmploymentType.ShouldBe(EmploymentType.FullTime);
    }

    [Theory]
    [InlineData("340436")]
    [InlineData("340437")]
    public void A_city_that_is_none_stays_empty_so_that_the_facility_counts(string requisitionId)
    {
        MessyFile.Row(requisitionId).Facts.City.ShouldBe("");
        MessyFile.Row(requisitionId).Proposals.ShouldContain(proposal => proposal.StartsWith("City: "));
    }

    [Fact]
    public void A_missing_unit_is_guessed_from_the_amount()
    {
        MessyFile.Row("340437").Facts.Pay.Unit.ShouldBe(PayUnit.Year);
        MessyFile.Row("340438").Facts.Pay.ShouldBe(new Pay(58, 61, PayUnit.Hour));
    }

    [Fact]
    public void What_cannot_be_read_stays_empty_and_is_told()
    {
        var row = MessyFile.Row("340438");

        (row.Facts.Country, row.Facts.TimeZone, row.Facts.City).ShouldBe(("JP", "Asia/Tokyo", "Yokosuka"));
        (row.Facts.EmploymentType, row.Facts.HoursPerWeek).ShouldBe((EmploymentType.PartTime, null));
        (row.Facts.ClosesOn, row.Facts.ApplyUrl).ShouldBe((null, ""));
        row.Proposals.ShouldContain("close_date: “soon” is not a date, left empty");
        row.Proposals.ShouldContain("Apply address: “not an address” is not a web address, left empty");
        row.Proposals.ShouldContain("Hours: 40 fit no part-time week, left empty");
        MessyFile.Row("340437").Facts.EmploymentType.ShouldBeNull();
    }

    [Fact]
    public void A_row_without_a_requisition_id_or_a_title_is_refused_with_what_to_do()
    {
        MessyFile.Row("").Refusal.ShouldBe("Enter the requisition id from your applicant system, or make one up that is used once.");
        MessyFile.Row("340440").Refusal.ShouldBe("Enter the title as applicants search for it, for example Registered Nurse, ICU.");
    }
}
