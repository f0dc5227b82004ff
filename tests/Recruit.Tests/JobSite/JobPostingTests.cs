using System.Globalization;
using System.Text.Json;
using Recruit.JobSite;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.JobSite;

public sealed class JobPostingTests
{
    [Fact]
    public void It_holds_what_search_engines_require()
    {
        var json = Of(A.Vacancy(state: VacancyState.Open));

        json.GetProperty("@type").GetString().ShouldBe("JobPosting");
        foreach (var name in new[] { "title", "description", "datePosted", "validThrough", "employmentType", "hiringOrganization", "jobLocation", "baseSalary", "identifier" })
            json.TryGetProperty(name, out _).ShouldBeTrue(name);
        json.GetProperty("employmentType").GetString().ShouldBe("FULL_TIME");
        json.GetProperty("directApply").GetBoolean().ShouldBeFalse();
        var salary = json.GetProperty("baseSalary").GetProperty("value");
        salary.GetProperty("minValue").GetDecimal().ShouldBeLessThanOrEqualTo(salary.GetProperty("maxValue").GetDecimal());
        salary.GetProperty("unitText").GetString().ShouldBe("HOUR");
    }

    [Fact]
    public void It_ends_with_the_closing_day_at_the_place_of_work()
    {
        // Clocks in Chicago change on 8 March 2026: winter time when posted, summer time when it closes.
        var json = Of(A.Vacancy(state: VacancyState.Open, with: vacancy => vacancy.ClosesOn = new DateOnly(2026, 3, 30)));

        json.GetProperty("validThrough").GetString().ShouldBe("2026-03-30T23:59:59-05:00");
        json.GetProperty("datePosted").GetString().ShouldBe("2026-02-28T09:00:00-06:00");
        DateTimeOffset.ParseExact(json.GetProperty("validThrough").GetString()!, "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)
            .ShouldBe(new DateTimeOffset(2026, 3, 31, 4, 59, 59, TimeSpan.Zero));
    }

    [Fact]
    public void It_cannot_end_the_script_that_it_stands_in()
    {
        var text = JobPosting.ToJson(A.Vacancy(with: vacancy => vacancy.Title = "Nurse</script><script>alert(1)</script>"), "<p>Care</p>");

        text.ShouldNotContain('<');
        JsonDocument.Parse(text).RootElement.GetProperty("description").GetString().ShouldBe("<p>Care</p>");
    }

    [Fact]
    public void Remote_work_says_from_where_and_names_no_street()
    {
        var json = Of(A.Vacancy(with: vacancy => vacancy.Remote = true));

        json.GetProperty("jobLocationType").GetString().ShouldBe("TELECOMMUTE");
        json.GetProperty("applicantLocationRequirements").GetProperty("name").GetString().ShouldBe("US");
        json.TryGetProperty("jobLocation", out _).ShouldBeFalse();
    }

    [Fact]
    public void Work_in_another_town_does_not_borrow_the_street_of_the_facility()
    {
        var address = Of(A.Vacancy(with: vacancy => vacancy.City = "Cloquet")).GetProperty("jobLocation").GetProperty("address");

        address.GetProperty("addressLocality").GetString().ShouldBe("Cloquet");
        address.TryGetProperty("streetAddress", out _).ShouldBeFalse();
        address.TryGetProperty("postalCode", out _).ShouldBeFalse();
    }

    [Fact]
    public void Every_employment_type_has_a_name_there()
    {
        foreach (var type in Enum.GetValues<EmploymentType>())
            Of(A.Vacancy(with: vacancy => vacancy.EmploymentType = type)).GetProperty("employmentType").GetString().ShouldNotBeNullOrEmpty();
    }

    private static JsonElement Of(Vacancy vacancy) => JsonDocument.Parse(JobPosting.ToJson(vacancy, "<p>Care</p>")).RootElement;
}
