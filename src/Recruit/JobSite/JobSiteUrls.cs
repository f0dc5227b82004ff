using Recruit.Shell;

namespace Recruit.JobSite;

/// <summary>Addresses of the public site that only programs ask for.</summary>
public static class JobSiteUrls
{
    public const string Feed = Urls.Jobs + "/feed.xml";
    public const string Sitemap = "/sitemap.xml";
    public const string Robots = "/robots.txt";
}
