using Recruit.Facilities;
using Recruit.Shell.Practice;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Shell.Practice;

public sealed class SampleHospitalTests
{
    private readonly SampleHospital _sample = SampleHospital.For(A.Today, A.Now);

    [Fact]
    public void Every_sample_vacancy_may_be_opened_on_the_day_it_is_loaded()
    {
        _sample.Vacancies.Count.ShouldBeGreaterThanOrEqualTo(14);
        _sample.Vacancies.SelectMany(vacancy => VacancyRules.ProblemsToOpen(vacancy, A.Today).Select(problem => (vacancy.RequisitionId, problem.Field))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_sample_facility_may_be_saved_and_they_lie_in_different_zones()
    {
        _sample.Facilities.SelectMany(FacilityRules.ProblemsToSave).ShouldBeEmpty();
        _sample.Facilities.Select(facility => facility.TimeZone).Distinct().Count().ShouldBe(_sample.Facilities.Count);
    }

    [Fact]
    public void Its_ids_and_addresses_are_its_own()
    {
        _sample.Vacancies.ShouldBeUnique();
        _sample.Vacancies.Select(vacancy => vacancy.Slug).ShouldBeUnique();
        _sample.Vacancies.Select(vacancy => vacancy.RequisitionId).ShouldBeUnique();
        _sample.Vacancies.ShouldAllBe(vacancy => vacancy.ApplyUrl.StartsWith("https://careers.example.org/") && vacancy.ContactPhone.Contains("555-01"));
        _sample.Vacancies.ShouldAllBe(vacancy => Occupations.WithCode(vacancy.OccupationCode) != null);
    }

    [Fact]
    public void Its_descriptions_are_long_enough_to_be_read_and_short_enough_to_be_finished()
        => _sample.Vacancies.Select(vacancy => vacancy.Description.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length).ShouldAllBe(words => words >= 120 && words <= 250);
}
