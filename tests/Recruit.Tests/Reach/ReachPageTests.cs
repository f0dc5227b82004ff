using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Reach;
using Recruit.Staff;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Reach;

public sealed class ReachPageTests : PageTest
{
    private readonly Vacancy _vacancy = A.Vacancy(state: VacancyState.Open);
    private readonly Account _account = A.Account();

    public ReachPageTests() => Services.AddSingleton(new ChannelCatalog([new FakeReach()]));

    [Fact]
    public async Task Each_vacancy_shows_our_clicks_and_the_newest_number_of_each_network()
    {
        await PublishAsync(clicks: 12, values: ("impressions", 1340));
        await SignInAsync();

        var page = Page<ReachPage>();

        page.WaitForAssertion(() => page.Find("tbody").TextContent.ShouldContain("impressions 1,340"));
        page.Find("tbody").TextContent.ShouldContain(_vacancy.Title);
        page.FindAll("tbody td.number").Select(cell => cell.TextContent).ShouldBe(["free", "12"]);
    }

    [Fact]
    public async Task A_network_that_has_told_nothing_yet_shows_no_zero()
    {
        await PublishAsync();
        await SignInAsync();

        var page = Page<ReachPage>();

        page.WaitForAssertion(() => page.Find("tbody").TextContent.ShouldContain("not reported yet"));
    }

    [Fact]
    public async Task Staff_of_another_facility_see_nothing()
    {
        await PublishAsync(clicks: 1);
        var elsewhere = A.Facility("Elsewhere");
        await Db.SaveAsync(elsewhere);
        await SignInAsync(StaffMember.Create("hana@hospital.example", "Hana Ortiz", StaffRoles.Hr, [elsewhere.Id]));

        var list = Page<ReachPage>();
        list.WaitForAssertion(() => list.Markup.ShouldContain("Nothing is out yet"));
        var page = Render<VacancyReachPage>(parameters => parameters.Add(part => part.VacancyId, _vacancy.Id));
        page.WaitForAssertion(() => page.Markup.ShouldContain("There is no such vacancy"));
    }

    [Fact]
    public async Task A_reading_that_failed_is_told_with_its_time()
    {
        await PublishAsync();
        await Db.SaveAsync(new AccountReading { AccountId = _account.Id, FailedAt = Clock.GetUtcNow(), FailedBecause = "It asked us to wait." });
        await SignInAsync();

        var page = Page<ReachPage>();

        page.WaitForAssertion(() => page.Find(".mud-alert").TextContent.ShouldContain("X (@LakesideJobs) could not be read today 09:00 CST"));
    }

    [Fact]
    public async Task The_page_of_a_vacancy_shows_each_number_under_the_networks_label()
    {
        await PublishAsync(clicks: 3, values: ("impressions", 40));
        await SignInAsync();

        var page = Page<VacancyReachPage>(parameters => parameters.Add(part => part.VacancyId, _vacancy.Id));

        page.WaitForAssertion(() => page.FindAll(".reach-numbers tr").Select(row => row.TextContent.Trim()).Count().ShouldBe(3));
        page.FindAll(".reach-numbers tr").Select(row => (row.QuerySelector("th")!.TextContent, row.QuerySelector("td")!.TextContent))
            .ShouldBe([("Link clicks, our count", "3"), ("Impressions", "40"), ("Likes", "not reported yet")]);
        page.Markup.ShouldContain("3 clicks on our links, by hour");
    }

    [Fact]
    public async Task Without_clicks_the_page_says_so_instead_of_an_empty_chart()
    {
        await PublishAsync();
        await SignInAsync();

        var page = Page<VacancyReachPage>(parameters => parameters.Add(part => part.VacancyId, _vacancy.Id));

        page.WaitForAssertion(() => page.Markup.ShouldContain("Nobody has followed a link yet"));
    }

    private async Task PublishAsync(int clicks = 0, params (string Metric, long Value)[] values)
    {
        var now = Clock.GetUtcNow();
        var broadcast = await Db.SaveAsync(A.Post(_vacancy, _account, "code", publishedAt: now.AddHours(-1)));
        var delivery = broadcast.Planned[0].DeliveryId;
        if (clicks > 0)
            await Db.SaveAsync(new HourOfClicks { DeliveryId = delivery, Hour = HourOfClicks.StartOf(now), Count = clicks });
        if (values.Length > 0)
            await Db.SaveAsync(new DeliveryReading
            {
                DeliveryId = delivery,
                ReadAt = now,
                NextAt = now,
                Values = values.ToDictionary(value => value.Metric, value => new ReachValue(value.Value, now, now)),
            });
    }
}
