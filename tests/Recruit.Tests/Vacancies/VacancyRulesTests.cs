using Recruit.Facilities;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Vacancies;

public sealed class VacancyRulesTests
{
    [Fact]
    public void A_complete_vacancy_may_be_saved_and_opened()
    {
        var vacancy = A.Vacancy();

        VacancyRules.ProblemsToSave(vacancy).ShouldBeEmpty();
        VacancyRules.ProblemsToOpen(vacancy, A.Today).ShouldBeEmpty();
    }

    [Fact]
    public void A_draft_with_little_more_than_a_title_may_be_saved()
    {
        var vacancy = new Vacancy { RequisitionId = "REQ-1", Title = "Nurse", FacilityId = Guid.CreateVersion7() };

        VacancyRules.ProblemsToSave(vacancy).ShouldBeEmpty();
    }

    [Fact]
    public void Opening_names_each_fact_that_a_bare_draft_lacks()
    {
        var vacancy = new Vacancy { RequisitionId = "REQ-1", Title = "Nurse", Facility = new Facility { Name = "Lakeside" }, FacilityId = Guid.CreateVersion7(), Openings = 0 };

        var fields = VacancyRules.ProblemsToOpen(vacancy, A.Today).Select(problem => problem.Field).Distinct();

        fields.ShouldBe(
        [
            nameof(Vacancy.OccupationCode), nameof(Vacancy.Specialty), nameof(Vacancy.City), nameof(Vacancy.EmploymentType), nameof(Vacancy.Shift),
            nameof(Vacancy.HoursPerWeek), nameof(Vacancy.Pay), nameof(Vacancy.Openings), nameof(Vacancy.Description), nameof(Vacancy.ApplyUrl), nameof(Vacancy.FacilityId),
        ]);
    }

    [Fact]
    public void The_last_date_that_there_is_never_comes()
        => A.Vacancy(with: vacancy => vacancy.ClosesOn = DateOnly.MaxValue).ClosesAt.ShouldBeNull();

    public static TheoryData<string, Action<Vacancy>> WhatCannotBeSaved => new()
    {
        { nameof(Vacancy.RequisitionId), vacancy => vacancy.RequisitionId = "  " },
        { nameof(Vacancy.RequisitionId), vacancy => vacancy.RequisitionId = new string('7', 101) },
        { nameof(Vacancy.RequisitionId), vacancy => vacancy.RequisitionId = "REQ\0-1" },
        { nameof(Vacancy.Country), vacancy => vacancy.Country = new string('U', 300) },
        { nameof(Vacancy.Description), vacancy => vacancy.Description = "Nights\0" },
        { nameof(Vacancy.Credentials), vacancy => vacancy.Credentials = [null!] },
        { nameof(Vacancy.Credentials), vacancy => vacancy.Credentials = [new Credential(null!)] },
        { nameof(Vacancy.ClosesOn), vacancy => vacancy.ClosesOn = new DateOnly(9999, 12, 31) },
        { nameof(Vacancy.Title), vacancy => vacancy.Title = "" },
        { nameof(Vacancy.Title), vacancy => vacancy.Title = "Nurse\nICU" },
        { nameof(Vacancy.Title), vacancy => vacancy.Title = new string('n', 201) },
        { nameof(Vacancy.FacilityId), vacancy => vacancy.FacilityId = Guid.Empty },
        { nameof(Vacancy.TimeZone), vacancy => vacancy.TimeZone = "Mars/Olympus" },
        { nameof(Vacancy.ClosesOn), vacancy => vacancy.ClosesOn = vacancy.OpensOn!.Value.AddDays(-1) },
        { nameof(Vacancy.ApplyUrl), vacancy => vacancy.ApplyUrl = "http://careers.example.org" },
        { nameof(Vacancy.ApplyUrl), vacancy => vacancy.ApplyUrl = "careers.example.org" },
        { nameof(Vacancy.Pay), vacancy => vacancy.Pay = new Pay(50, 40, PayUnit.Hour) },
        { nameof(Vacancy.Pay), vacancy => vacancy.Pay = new Pay(-1, 40, PayUnit.Hour) },
        { nameof(Vacancy.Pay), vacancy => vacancy.Pay = vacancy.Pay with { Currency = "$" } },
        { nameof(Vacancy.SignOnBonus), vacancy => vacancy.SignOnBonus = -5 },
        { nameof(Vacancy.HoursPerWeek), vacancy => vacancy.HoursPerWeek = 0 },
        { nameof(Vacancy.Fte), vacancy => vacancy.Fte = 1.2m },
        { nameof(Vacancy.Credentials), vacancy => vacancy.Credentials = [new("BLS", 0)] },
        { nameof(Vacancy.Credentials), vacancy => vacancy.Credentials = [new(" ")] },
        { nameof(Vacancy.Description), vacancy => vacancy.Description = new string('d', 20_001) },
        { nameof(Vacancy.ContactEmail), vacancy => vacancy.ContactEmail = "dana at example" },
        { nameof(Vacancy.ContactPhone), vacancy => vacancy.ContactPhone = "call me" },
    };

    [Theory]
    [MemberData(nameof(WhatCannotBeSaved))]
    public void What_cannot_be_saved_is_told_at_its_field(string field, Action<Vacancy> spoil)
    {
        var vacancy = A.Vacancy(with: spoil);

        VacancyRules.ProblemsToSave(vacancy).ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    public static TheoryData<string, Action<Vacancy>> WhatCannotBeOpened => new()
    {
        { nameof(Vacancy.OccupationCode), vacancy => vacancy.OccupationCode = "" },
        { nameof(Vacancy.Credentials), vacancy => vacancy.Credentials = [] },
        { nameof(Vacancy.Pay), vacancy => vacancy.Pay = Pay.Unknown },
        { nameof(Vacancy.Pay), vacancy => vacancy.Pay = new Pay(80_000, 90_000, PayUnit.Hour) },
        { nameof(Vacancy.Pay), vacancy => vacancy.Pay = new Pay(38, 52, PayUnit.Year) },
        { nameof(Vacancy.ClosesOn), vacancy => (vacancy.OpensOn, vacancy.ClosesOn) = (null, A.Today.AddDays(-1)) },
        { nameof(Vacancy.Description), vacancy => vacancy.Description = " " },
        { nameof(Vacancy.Openings), vacancy => vacancy.Openings = 0 },
        { nameof(Vacancy.FacilityId), vacancy => vacancy.Facility!.EeoText = "" },
        { nameof(Vacancy.FacilityId), vacancy => vacancy.Facility!.AccommodationContact = "" },
    };

    [Theory]
    [MemberData(nameof(WhatCannotBeOpened))]
    public void What_cannot_be_opened_may_still_be_saved(string field, Action<Vacancy> spoil)
    {
        var vacancy = A.Vacancy(with: spoil);

        VacancyRules.ProblemsToSave(vacancy).ShouldBeEmpty();
        VacancyRules.ProblemsToOpen(vacancy, A.Today).ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public void It_may_be_opened_on_its_closing_day()
        => VacancyRules.ProblemsToOpen(A.Vacancy(with: vacancy => vacancy.ClosesOn = A.Today), A.Today).ShouldBeEmpty();

    [Fact]
    public void A_role_without_a_license_needs_no_credential()
        => VacancyRules.ProblemsToOpen(A.Vacancy(with: vacancy => (vacancy.OccupationCode, vacancy.Credentials) = ("37-2012.00", [])), A.Today).ShouldBeEmpty();

    [Fact]
    public void A_remote_role_needs_no_place()
        => VacancyRules.ProblemsToOpen(A.Vacancy(A.Facility(with: facility => facility.City = ""), vacancy => vacancy.Remote = true), A.Today).ShouldBeEmpty();
}
