using Microsoft.AspNetCore.OutputCaching;

namespace Recruit.JobSite;

/// <summary>
/// Keeps an answer for half a second and lets one request make it while the others wait. So short that no change needs to be told to other
/// processes. Unlike the framework's own policy it keeps 404 and 410 too: a closed vacancy's link is followed for months.
/// </summary>
public sealed class BriefCache : IOutputCachePolicy
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(0.5);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var method = context.HttpContext.Request.Method;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = context.AllowCacheStorage = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Lifetime;
        // Only what changes the answer, so that a campaign's tags do not multiply the entries.
        context.CacheVaryByRules.QueryKeys = VacancySearch.Keys;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        var isKept = response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status404NotFound or StatusCodes.Status410Gone;
        if (!isKept || response.Headers.SetCookie.Count > 0)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
