using System.Net;
using Recruit.Shell;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.JobSite;

public sealed class VacancyCardTests(RecruitFactory app) : IClassFixture<RecruitFactory>
{
    [Fact]
    public async Task The_page_names_its_card_and_the_card_is_a_picture_that_may_be_kept()
    {
        var vacancy = await app.SaveVacancyAsync();
        using var browser = app.CreateClient();

        using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await browser.GetStringAsync(Urls.Job(vacancy.Slug)));
        string Meta(string property) => page.QuerySelector($"meta[property='{property}'], meta[name='{property}']")!.GetAttribute("content")!;

        Meta("og:image").ShouldBe($"http://localhost:5080{Urls.JobCard(vacancy.Slug)}?v={vacancy.Card.Mark}");
        (Meta("og:image:width"), Meta("og:image:height"), Meta("twitter:card")).ShouldBe(("1200", "630", "summary_large_image"));
        Meta("og:image:alt").ShouldBe(vacancy.Card.AltText);

        var card = await browser.GetAsync(new Uri(Meta("og:image")).PathAndQuery);
        card.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        card.Headers.CacheControl!.ToString().ShouldBe("public, max-age=3600");
        (await card.Content.ReadAsByteArrayAsync())[..4].ShouldBe([0x89, 0x50, 0x4E, 0x47]);

        using var again = new HttpRequestMessage(HttpMethod.Get, Urls.JobCard(vacancy.Slug)) { Headers = { IfNoneMatch = { card.Headers.ETag! } } };
        (await browser.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData(VacancyState.Draft, HttpStatusCode.NotFound)]
    [InlineData(VacancyState.Paused, HttpStatusCode.OK)]
    [InlineData(VacancyState.Filled, HttpStatusCode.Gone)]
    public async Task A_card_is_there_as_long_as_its_page(VacancyState state, HttpStatusCode expected)
    {
        var vacancy = await app.SaveVacancyAsync(state);
        using var browser = app.CreateClient();

        (await browser.GetAsync(Urls.JobCard(vacancy.Slug))).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task An_unknown_address_has_no_card()
    {
        using var browser = app.CreateClient();

        (await browser.GetAsync(Urls.JobCard("no-such-job"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
