using System.Xml.Linq;
using Recruit.JobSite;
using Recruit.Shell;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.JobSite;

public sealed class VacancyFeedsTests(RecruitFactory app) : IClassFixture<RecruitFactory>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Feed_and_sitemap_hold_open_vacancies_only()
    {
        var open = await app.SaveVacancyAsync(with: row => row.Title = "Nurse & <midwife>");
        var filled = await app.SaveVacancyAsync(VacancyState.Filled);
        var paused = await app.SaveVacancyAsync(VacancyState.Paused);

        var feed = XDocument.Parse(await app.Browser().GetStringAsync(JobSiteUrls.Feed));
        var sitemap = XDocument.Parse(await app.Browser().GetStringAsync(JobSiteUrls.Sitemap));

        var entry = feed.Root!.Elements(Atom + "entry").Single(element => element.Element(Atom + "id")!.Value == $"urn:uuid:{open.Id}");
        entry.Element(Atom + "title")!.Value.ShouldStartWith("Nurse & <midwife>");
        var page = sitemap.Root!.Elements(Sitemap + "url").Single(element => element.Element(Sitemap + "loc")!.Value.EndsWith(Urls.Job(open.Slug), StringComparison.Ordinal));
        page.Element(Sitemap + "lastmod")!.Value.ShouldBe("2026-02-28T15:00:00Z");
        foreach (var hidden in new[] { filled, paused })
        {
            feed.ToString().ShouldNotContain(hidden.Slug);
            sitemap.ToString().ShouldNotContain(hidden.Slug);
        }
    }

    [Fact]
    public async Task Robots_are_told_where_to_look_and_where_not()
    {
        var robots = await app.Browser().GetStringAsync(JobSiteUrls.Robots);

        robots.ShouldContain("Disallow: /go/");
        robots.ShouldContain("Sitemap: http://localhost:5080/sitemap.xml");
    }
}
