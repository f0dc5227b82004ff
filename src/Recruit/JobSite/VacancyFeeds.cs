using System.Globalization;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Vacancies;

namespace Recruit.JobSite;

/// <summary>The open vacancies for programs: an Atom feed, a sitemap, and the word to robots.</summary>
public sealed class VacancyFeeds(IDbContextFactory<RecruitDb> databases, IOptions<SiteOptions> site, TimeProvider clock)
{
    private const int MostEntries = 100;
    // A sitemap holds no more: https://www.sitemaps.org/protocol.html (read 2026-11-24).
    private const int MostPages = 50_000;
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public async Task<IResult> FeedAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var open = await db.TakingApplicantsAsync(now, ct);
        var entries = await open.Include(vacancy => vacancy.Facility).NewestFirst().Take(MostEntries).ToListAsync(ct);
        var employers = entries.Select(vacancy => vacancy.Facility!).DistinctBy(facility => facility.Id).ToList();
        var updated = entries.Count > 0 ? entries.Max(vacancy => vacancy.ChangedAt) : now;

        return Xml("application/atom+xml", xml =>
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, site.Value.Absolute(JobSiteUrls.Feed));
            xml.WriteElementString("title", Atom, VacancyWords.Format(JobSiteText.FeedTitle, VacancyWords.Employer(employers)));
            xml.WriteElementString("updated", Atom, Instant(updated));
            WriteLink(xml, "self", JobSiteUrls.Feed);
            WriteLink(xml, "alternate", Urls.Jobs);
            foreach (var vacancy in entries)
                WriteEntry(xml, vacancy);
            xml.WriteEndElement();
        });
    }

    public async Task<IResult> SitemapAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.TakingApplicantsAsync(clock.GetUtcNow(), ct);
        var pages = await open.NewestFirst().Take(MostPages - 1).Select(vacancy => new { vacancy.Slug, vacancy.ChangedAt }).ToListAsync(ct);

        return Xml("application/xml", xml =>
        {
            xml.WriteStartElement("urlset", Sitemaps);
            WritePage(xml, Urls.Jobs, pages.Count > 0 ? pages.Max(page => page.ChangedAt) : null);
            foreach (var page in pages)
                WritePage(xml, Urls.Job(page.Slug), page.ChangedAt);
            xml.WriteEndElement();
        });
    }

    public IResult Robots() => Results.Text($"User-agent: *\nDisallow: /admin\nDisallow: /sign-in\nDisallow: /go/\n\nSitemap: {site.Value.Absolute(JobSiteUrls.Sitemap)}\n");

    private void WriteEntry(XmlWriter xml, Vacancy vacancy)
    {
        var url = site.Value.Absolute(Urls.Job(vacancy.Slug));
        xml.WriteStartElement("entry", Atom);
        // The vacancy's own id, so that a reader never shows an edited one as new.
        xml.WriteElementString("id", Atom, $"urn:uuid:{vacancy.Id}");
        xml.WriteElementString("title", Atom, $"{vacancy.Title}, {vacancy.Place}");
        xml.WriteElementString("published", Atom, Instant(vacancy.OpenedAt ?? vacancy.CreatedAt));
        xml.WriteElementString("updated", Atom, Instant(vacancy.ChangedAt));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, vacancy.Facility!.Name);
        xml.WriteEndElement();
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", "alternate");
        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
        xml.WriteElementString("summary", Atom, vacancy.Summary);
        xml.WriteEndElement();
    }

    private void WriteLink(XmlWriter xml, string relation, string path)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", site.Value.Absolute(path));
        xml.WriteEndElement();
    }

    private void WritePage(XmlWriter xml, string path, DateTimeOffset? changedAt)
    {
        xml.WriteStartElement("url", Sitemaps);
        xml.WriteElementString("loc", Sitemaps, site.Value.Absolute(path));
        if (changedAt is { } instant)
            xml.WriteElementString("lastmod", Sitemaps, Instant(instant));
        xml.WriteEndElement();
    }

    private static IResult Xml(string type, Action<XmlWriter> write)
    {
        var stream = new MemoryStream();
        // A character that XML cannot hold must not break the whole feed.
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true, CheckCharacters = false }))
            write(xml);
        return Results.Bytes(stream.ToArray(), $"{type}; charset=utf-8");
    }

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
