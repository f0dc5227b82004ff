using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Vacancies;

public sealed class VacanciesPageTests : PageTest
{
    [Fact]
    public async Task An_empty_list_says_what_to_do_first()
    {
        await SignInAsync(StaffRoles.Hr);

        var page = Page<VacanciesPage>();

        page.WaitForState(() => page.Markup.Contains("No vacancies yet"));
        Button(page, "New vacancy").GetAttribute("href").ShouldBe(Urls.NewVacancy);
    }

    [Fact]
    public async Task Each_row_says_where_it_stands_and_when_it_closes()
    {
        await SignInAsync(StaffRoles.Hr);
        var vacancy = A.Vacancy(with: row => (row.OpensOn, row.ClosesOn) = (null, new DateOnly(2026, 11, 25)), state: VacancyState.Open);
        await Db.SaveAsync(vacancy);

        var page = Page<VacanciesPage>();

        page.WaitForState(() => page.Markup.Contains(vacancy.RequisitionId));
        var row = page.Find("tbody tr").TextContent;
        row.ShouldContain("Open");
        row.ShouldContain("Nov 25, 2026");
        row.ShouldContain("closes tomorrow");
        page.Find("a.row-title").GetAttribute("href").ShouldBe(Urls.Vacancy(vacancy.Id));
    }

    [Fact]
    public async Task The_address_decides_what_is_shown()
    {
        await SignInAsync(StaffRoles.Hr);
        var facility = A.Facility();
        await Db.SaveAsync(A.Vacancy(facility, row => row.Title = "Pharmacist"), A.Vacancy(facility, row => row.Title = "Phlebotomist"), A.Vacancy(facility, row => row.Title = "Surgeon"));
        Services.GetRequiredService<NavigationManager>().NavigateTo(new VacancyFilter("PH", Sort: VacancySort.Title, Descending: true).ToUrl());

        var page = Page<VacanciesPage>();

        page.WaitForState(() => page.FindAll("a.row-title").Count == 2);
        page.FindAll("a.row-title").Select(link => link.TextContent).ShouldBe(["Phlebotomist", "Pharmacist"]);
    }

    [Fact]
    public async Task A_person_sees_the_vacancies_of_the_own_facilities_only()
    {
        var (own, other) = (A.Facility(), A.Facility("Hill Clinic"));
        await Db.SaveAsync(A.Vacancy(own, row => row.Title = "Ours"), A.Vacancy(other, row => row.Title = "Theirs"));
        await SignInAsync(StaffMember.Create("hana@hospital.example", "Hana", StaffRoles.Hr, [own.Id]));

        var page = Page<VacanciesPage>();

        page.WaitForState(() => page.Markup.Contains("Ours"));
        page.Markup.ShouldNotContain("Theirs");
    }

    [Fact]
    public async Task A_filter_without_a_match_offers_the_way_back()
    {
        await SignInAsync(StaffRoles.PrivacyReviewer);
        await Db.SaveAsync(A.Vacancy());
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo(new VacancyFilter("nothing like this").ToUrl());
        var page = Page<VacanciesPage>();
        page.WaitForState(() => page.Markup.Contains("No vacancy fits"));

        await page.InvokeAsync(() => Button(page, "Show all").Click());

        page.WaitForState(() => page.FindAll("a.row-title").Count == 1);
        navigation.Uri.ShouldEndWith(Urls.Vacancies);
        page.Markup.ShouldNotContain("New vacancy");
    }
}
