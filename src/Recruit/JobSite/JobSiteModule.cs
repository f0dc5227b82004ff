namespace Recruit.JobSite;

public static class JobSiteModule
{
    public static void AddJobSite(this IHostApplicationBuilder builder)
    {
        _ = JobSiteText.Apply;
    }

    public static void MapJobSite(this WebApplication app)
    {
    }
}
