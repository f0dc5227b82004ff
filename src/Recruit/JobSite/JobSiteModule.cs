using Recruit.Shell;

namespace Recruit.JobSite;

public static class JobSiteModule
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddJobSite(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<VacancyList>();
        builder.Services.AddSingleton<ShowVacancy>();
        builder.Services.AddSingleton<VacancyFeeds>();
        builder.Services.AddOutputCache(options => options.AddPolicy(nameof(BriefCache), new BriefCache()));
    }

    public static void MapJobSite(this WebApplication app)
    {
        app.UseOutputCache();

        var pages = app.MapGroup("").AllowAnonymous().CacheOutput(nameof(BriefCache));
        pages.MapMethods(Urls.Jobs, Reading, JobSitePages.ListAsync);
        pages.MapMethods(Urls.Jobs + "/{slug}", Reading, JobSitePages.VacancyAsync);
        pages.MapMethods(Urls.JobCard("{slug}"), Reading, JobSitePages.CardAsync);
        pages.MapMethods(JobSiteUrls.Feed, Reading, (VacancyFeeds feeds, CancellationToken ct) => feeds.FeedAsync(ct));
        pages.MapMethods(JobSiteUrls.Sitemap, Reading, (VacancyFeeds feeds, CancellationToken ct) => feeds.SitemapAsync(ct));
        pages.MapMethods(JobSiteUrls.Robots, Reading, (VacancyFeeds feeds) => feeds.Robots());

        // Never from the cache: every visit counts.
        app.MapMethods(Urls.Go("{code}"), Reading, GoLink.FollowAsync).AllowAnonymous();
    }
}
