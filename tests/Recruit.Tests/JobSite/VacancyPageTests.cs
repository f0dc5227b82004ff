using System.Net;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using Recruit.JobSite;
using Recruit.Shell;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.JobSite;

public sealed class VacancyPageTests(RecruitFactory app) : IClassFixture<RecruitFactory>
{
    [Fact]
    public async Task An_open_vacancy_tells_everything_and_how_to_apply()
    {
        var vacancy = await app.SaveVacancyAsync(with: row => (row.SignOnBonus, row.ClosesOn) = (5000, new DateOnly(2099, 7, 1)));

        var page = await OpenAsync(vacancy.Slug);

        page.QuerySelector("h1")!.TextContent.ShouldBe(vacancy.Title);
        var words = page.Body!.Text();
        foreach (var fact in new[]
        {
            vacancy.Facility!.Name, "Duluth, MN", "Nights, 7p–7a", "$38.50–$52.00 an hour", "$5,000 sign-on bonus", "Full time, 36 hours a week", "ACLS within 180 days of hire",
            "BLS on your first day", "Dana Reyes", "end of July 1, 2099 (CDT)", vacancy.Facility.EeoText, vacancy.Facility.AccommodationText, vacancy.Facility.AccommodationContact,
        })
            words.ShouldContain(fact);
        var apply = page.QuerySelector(".apply a")!;
        apply.GetAttribute("href").ShouldBe(vacancy.ApplyUrl);
        apply.GetAttribute("rel").ShouldBe("noopener");
        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldEndWith(Urls.Job(vacancy.Slug));
        page.QuerySelector("meta[property='og:title']")!.GetAttribute("content")!.ShouldContain(vacancy.Title);
    }

    [Fact]
    public async Task Every_fact_for_search_engines_stands_on_the_page_too()
    {
        var vacancy = await app.SaveVacancyAsync(with: row => row.Description = "# Work\n\nTwo patients & <a> nurse's calm night.");

        var page = await OpenAsync(vacancy.Slug);
        var facts = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;

        var shown = page.Body!.Text() + string.Join(' ', page.QuerySelectorAll("time").Select(time => time.GetAttribute("datetime")));
        facts.GetProperty("description").GetString().ShouldBe(SafeMarkdown.ToHtml(vacancy.Description));
        page.Body!.InnerHtml.ShouldContain(facts.GetProperty("description").GetString()!);
        foreach (var value in Texts(facts).Where(value => !IsTerm(value)))
            shown.ShouldContain(value);
        foreach (var amount in new[] { vacancy.Pay.Min, vacancy.Pay.Max })
            shown.ShouldContain(amount!.Value.ToString("N2", System.Globalization.CultureInfo.InvariantCulture));

        // Words of the vocabulary, which the page says in English; the description was compared as HTML.
        bool IsTerm(string value) => value.StartsWith('<') || value is "https://schema.org" or "USD" or "HOUR" or "FULL_TIME" or "JobPosting" or "Organization" or "PropertyValue"
            or "Place" or "PostalAddress" or "MonetaryAmount" or "QuantitativeValue";
    }

    [Fact]
    public async Task A_paused_vacancy_stays_but_cannot_be_applied_for()
    {
        var vacancy = await app.SaveVacancyAsync(VacancyState.Paused);

        var page = await OpenAsync(vacancy.Slug);

        page.QuerySelector(".notice")!.TextContent.ShouldContain("Not taking new applications right now");
        page.QuerySelector($"a[href='{vacancy.ApplyUrl}']").ShouldBeNull();
        page.QuerySelector("script").ShouldBeNull();
    }

    [Theory]
    [InlineData(VacancyState.Filled, "This job has been filled")]
    [InlineData(VacancyState.Withdrawn, "This job is no longer offered")]
    [InlineData(VacancyState.Expired, "Applications for this job have closed")]
    public async Task A_closed_vacancy_is_gone_and_offers_the_nearest(VacancyState state, string heading)
    {
        var specialty = $"Specialty {state}";
        var near = await app.SaveVacancyAsync(with: row => (row.Specialty, row.Title) = (specialty, "Night charge nurse"));
        var far = await app.SaveVacancyAsync(with: row => (row.Specialty, row.OccupationCode, row.City, row.Title) = ("Dietetics", "29-1031.00", "Moorhead", "Dietitian"));
        var closed = await app.SaveVacancyAsync(state, with: row => row.Specialty = specialty);

        var page = await OpenAsync(closed.Slug, HttpStatusCode.Gone);

        page.QuerySelector("h1")!.TextContent.ShouldBe(heading);
        page.QuerySelectorAll(".card a")[0].GetAttribute("href").ShouldBe(Urls.Job(near.Slug));
        page.QuerySelectorAll(".card a").ShouldNotContain(link => link.GetAttribute("href") == Urls.Job(far.Slug));
        page.QuerySelector("script").ShouldBeNull();
    }

    [Fact]
    public async Task An_open_vacancy_is_gone_when_its_last_day_ends_at_the_place_of_work()
    {
        var vacancy = await app.SaveVacancyAsync(with: row => (row.TimeZone, row.ClosesOn) = ("Pacific/Honolulu", JobSiteWorld.Today(app).AddDays(-3)));

        await OpenAsync(vacancy.Slug, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_draft_and_an_unknown_address_are_not_found()
    {
        var draft = await app.SaveVacancyAsync(VacancyState.Draft);

        (await OpenAsync(draft.Slug, HttpStatusCode.NotFound)).Body!.TextContent.ShouldNotContain(draft.Title);
        (await OpenAsync("no-such-vacancy", HttpStatusCode.NotFound)).QuerySelector("h1")!.TextContent.ShouldBe("We cannot find that page");
    }

    [Fact]
    public async Task No_cookie_no_script_and_nothing_from_elsewhere()
    {
        var vacancy = await app.SaveVacancyAsync();

        foreach (var address in new[] { Urls.Jobs, Urls.Job(vacancy.Slug), Urls.Job("no-such-vacancy") })
        {
            var answer = await app.Browser().GetAsync(address);
            answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
            var html = await answer.Content.ReadAsStringAsync();
            html.ShouldNotContain("blazor", Case.Insensitive);
            html.ShouldNotContain("MudBlazor", Case.Insensitive);
            var page = await ReadAsync(html);
            page.QuerySelectorAll("script").ShouldAllBe(script => script.GetAttribute("type") == "application/ld+json");
            page.QuerySelectorAll("img, iframe, link[rel=stylesheet], link[rel=preload]").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task An_answer_is_kept_for_a_moment_also_when_the_vacancy_is_closed()
    {
        var closed = await app.SaveVacancyAsync(VacancyState.Filled);
        foreach (var slug in new[] { closed.Slug, "kept-though-unknown" })
        {
            var browser = app.Browser();
            // Several at once: whichever comes first makes the answer, the others find it.
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.GetAsync(Urls.Job(slug))));
            answers.Count(answer => answer.Headers.Age is not null).ShouldBeGreaterThan(0);
            answers.Select(answer => answer.StatusCode).Distinct().Count().ShouldBe(1);
        }
    }

    private async Task<IDocument> OpenAsync(string slug, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await app.Browser().GetAsync(Urls.Job(slug));
        answer.StatusCode.ShouldBe(expected);
        return await ReadAsync(await answer.Content.ReadAsStringAsync());
    }

    private static Task<IDocument> ReadAsync(string html) => BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };
}
