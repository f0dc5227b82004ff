using System.Net;
using Microsoft.EntityFrameworkCore;
using Recruit.Deliveries;
using Recruit.Reach;
using Recruit.Shell;
using Recruit.Templates;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.JobSite;

public sealed class GoLinkTests(RecruitFactory app) : IClassFixture<RecruitFactory>
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15";

    [Fact]
    public async Task A_followed_link_is_counted_and_passed_on_with_its_campaign()
    {
        var (vacancy, delivery) = await PublishAsync("abcd234567", Moment.ClosingSoon);

        var answer = await FollowAsync("abcd234567");
        await FollowAsync("abcd234567");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe(
            $"/jobs/{vacancy.Slug}?utm_source=linkedin&utm_medium=social&utm_campaign={vacancy.RequisitionId}&utm_content=closing-soon");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await CountAsync(delivery)).ShouldBe(2);
    }

    [Fact]
    public async Task Programs_and_browsers_that_fetch_ahead_are_passed_on_but_not_counted()
    {
        var (_, delivery) = await PublishAsync("bcde234567");

        (await FollowAsync("bcde234567", "facebookexternalhit/1.1")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await FollowAsync("bcde234567", method: HttpMethod.Head)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await FollowAsync("bcde234567", purpose: "prefetch")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await CountAsync(delivery)).ShouldBe(0);
    }

    [Fact]
    public async Task The_link_of_a_closed_vacancy_still_leads_to_its_page()
    {
        var (vacancy, delivery) = await PublishAsync("cdef234567", state: VacancyState.Filled);

        var answer = await FollowAsync("cdef234567");

        answer.Headers.Location!.ToString().ShouldStartWith(Urls.Job(vacancy.Slug));
        (await app.Browser().GetAsync(answer.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await CountAsync(delivery)).ShouldBe(1);
    }

    [Theory]
    [InlineData("nosuchcode")]
    [InlineData("../admin")]
    [InlineData("waytoolongtobeacodeofours")]
    public async Task An_unknown_code_shows_a_page_that_helps(string code)
    {
        var answer = await FollowAsync(Uri.EscapeDataString(code));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("We cannot find that page");
    }

    [Theory]
    [InlineData("Critical care", "/jobs?specialty=Critical%20care&facility=", "Critical%20care", 1)]
    [InlineData("", "/jobs?facility=", "Hospital", 2)]
    public async Task The_link_of_a_digest_leads_to_all_that_it_tells_of(string specialty, string path, string campaign, int found)
    {
        var facility = A.Facility($"Hospital {Guid.NewGuid():N}");
        var (critical, other) = (await app.SaveVacancyAsync(facility: facility), await app.SaveVacancyAsync(facility: facility, with: row => (row.Specialty, row.Title) = ("Oncology", "Oncology Nurse")));
        var delivery = A.Delivery(A.Account(), facility, DeliveryState.Published);
        await using (var db = app.Db.CreateDbContext())
        {
            db.AttachRange(critical, other);
            db.Add(A.Digest(delivery, specialty, specialty.Length > 0 ? [critical] : [critical, other]));
            await db.SaveChangesAsync();
        }

        var answer = await FollowAsync(delivery.LinkCode!);

        var target = answer.Headers.Location!.ToString();
        target.ShouldStartWith(path + Uri.EscapeDataString(facility.Name));
        target.ShouldContain("utm_content=digest");
        target.ShouldContain($"utm_campaign={campaign}");
        var page = await app.Browser().GetStringAsync(new Uri(target, UriKind.Relative));
        new[] { critical, other }.Count(vacancy => page.Contains(vacancy.Slug, StringComparison.Ordinal)).ShouldBe(found);
        (await CountAsync(delivery.Id)).ShouldBe(1);
    }

    private async Task<(Vacancy Vacancy, Guid DeliveryId)> PublishAsync(string code, Moment moment = Moment.Announce, VacancyState state = VacancyState.Open)
    {
        var vacancy = await app.SaveVacancyAsync(state);
        var broadcast = A.Post(vacancy, A.Account("linkedin", "Lakeside"), code, moment, app.Clock.GetUtcNow());
        await using var db = app.Db.CreateDbContext();
        db.Attach(vacancy);
        db.Add(broadcast);
        await db.SaveChangesAsync();
        return (vacancy, broadcast.Planned[0].DeliveryId);
    }

    private Task<HttpResponseMessage> FollowAsync(string code, string userAgent = Phone, HttpMethod? method = null, string? purpose = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, Urls.Go(code));
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (purpose is not null)
            request.Headers.Add("Sec-Purpose", purpose);
        return app.Browser().SendAsync(request);
    }

    private async Task<int> CountAsync(Guid deliveryId)
    {
        await app.AskAsync<ClickCounter>(counter => counter.FlushAsync(default));
        return await app.Db.ReadAsync(db => db.LinkClicks.Where(row => row.DeliveryId == deliveryId).SumAsync(row => row.Count));
    }
}
