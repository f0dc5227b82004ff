using Recruit.Facilities;
using Recruit.JobSite;
using Recruit.Shell;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.JobSite;

public sealed class VacancyListTests(RecruitFactory app) : IClassFixture<RecruitFactory>
{
    [Theory]
    [InlineData("ONCOLOGY", "Oncology nurse")]
    [InlineData("nights oncology", "Oncology nurse")]
    [InlineData("per diem moorhead", "Sonographer")]
    [InlineData("vincent", "Sonographer")]
    [InlineData("émile", "Coder")]
    public async Task Words_are_found_in_any_order_and_case(string words, string title)
    {
        var vincents = A.Facility($"St Vincent {Guid.NewGuid():N}", row => row.City = "Moorhead");
        await Task.WhenAll(
            app.SaveVacancyAsync(with: row => (row.Title, row.Specialty) = ("Oncology nurse", "Oncology")),
            app.SaveVacancyAsync(with: row => (row.Title, row.Specialty, row.Department, row.Remote, row.Shift) = ("Coder", "Records", "ÉMILE Institute", true, "Days")));
        await app.SaveVacancyAsync(facility: vincents, with: row => (row.Title, row.EmploymentType, row.Shift) = ("Sonographer", EmploymentType.PerDiem, "Days"));

        var found = await FindAsync(VacancySearch.Everything with { Words = words });

        found.Vacancies.ShouldNotBeEmpty();
        found.Vacancies.ShouldAllBe(vacancy => vacancy.Title == title);
    }

    [Fact]
    public async Task Filters_narrow_by_specialty_place_and_hospital()
    {
        var hospital = A.Facility($"Filter hospital {Guid.NewGuid():N}", row => (row.City, row.Region) = ("Bemidji", "MN"));
        await app.SaveVacancyAsync(facility: hospital, with: row => row.Specialty = "Burns");
        await app.SaveVacancyAsync(facility: hospital, with: row => (row.Specialty, row.City) = ("Burns", "Hibbing"));

        (await FindAsync(VacancySearch.Everything with { Place = "Bemidji, MN" })).Total.ShouldBe(1);
        (await FindAsync(VacancySearch.Everything with { Specialty = "Burns" })).Total.ShouldBe(2);
        (await FindAsync(VacancySearch.Everything with { Facility = hospital.Name, Place = "Hibbing, MN" })).Total.ShouldBe(1);
        (await FindAsync(VacancySearch.Everything)).Choices.Places.ShouldContain("Hibbing, MN");
    }

    [Fact]
    public async Task Only_vacancies_that_take_applicants_are_listed()
    {
        var hospital = A.Facility($"States hospital {Guid.NewGuid():N}");
        foreach (var state in Enum.GetValues<VacancyState>())
            await app.SaveVacancyAsync(state, hospital, row => row.Title = $"Title {state}");
        await app.SaveVacancyAsync(facility: hospital, with: row => (row.Title, row.ClosesOn) = ("Title past", JobSiteWorld.Today(app).AddDays(-2)));
        await app.SaveVacancyAsync(facility: hospital, with: row => (row.Title, row.ClosesOn) = ("Title without end", null));

        var found = await FindAsync(VacancySearch.Everything with { Facility = hospital.Name });

        found.Vacancies.Select(vacancy => vacancy.Title).Order().ShouldBe(["Title Open", "Title without end"]);
    }

    [Fact]
    public async Task The_last_day_ends_at_midnight_of_the_place_and_not_of_the_server()
    {
        var hospital = A.Facility($"Zone hospital {Guid.NewGuid():N}");
        var now = app.Clock.GetUtcNow();
        foreach (var zone in new[] { "Pacific/Kiritimati", "Pacific/Honolulu" })
        {
            var today = TimeZoneInfo.FindSystemTimeZoneById(zone).LocalDay(now);
            await app.SaveVacancyAsync(facility: hospital, with: row => (row.Title, row.TimeZone, row.ClosesOn) = ($"{zone} today", zone, today));
            await app.SaveVacancyAsync(facility: hospital, with: row => (row.Title, row.TimeZone, row.ClosesOn) = ($"{zone} yesterday", zone, today.AddDays(-1)));
        }

        var found = await FindAsync(VacancySearch.Everything with { Facility = hospital.Name });

        found.Vacancies.Select(vacancy => vacancy.Title).Order().ShouldBe(["Pacific/Honolulu today", "Pacific/Kiritimati today"]);
    }

    [Fact]
    public async Task Fifty_stand_on_a_page_and_the_address_leads_to_the_next()
    {
        var hospital = A.Facility($"Long hospital {Guid.NewGuid():N}");
        for (var count = 0; count < 51; count++)
            await app.SaveVacancyAsync(facility: hospital);
        var search = VacancySearch.Everything with { Facility = hospital.Name };

        var first = await app.Browser().GetStringAsync(search.Url(1));
        var second = await app.Browser().GetStringAsync(search.Url(2));

        first.Split("<article").Length.ShouldBe(51);
        first.ShouldContain("Page 1 of 2");
        first.ShouldContain("page=2");
        second.Split("<article").Length.ShouldBe(2);
        (await FindAsync(search with { Page = 99 })).Search.Page.ShouldBe(2);
    }

    [Fact]
    public async Task A_search_without_a_match_says_so_and_shows_the_way_back()
    {
        await app.SaveVacancyAsync();

        var page = await app.Browser().GetStringAsync((VacancySearch.Everything with { Words = "zzz\u0000zzz" }).Url(1));

        page.ShouldContain("No open job matches that");
        page.ShouldContain($"href=\"{Urls.Jobs}\"");
    }

    private Task<VacancyListing> FindAsync(VacancySearch search) => app.AskAsync<VacancyList, VacancyListing>(list => list.FindAsync(search, default));
}
