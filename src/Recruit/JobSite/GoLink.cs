using Microsoft.AspNetCore.WebUtilities;
using Recruit.Reach;
using Recruit.Shell;

namespace Recruit.JobSite;

/// <summary>The link that posts carry: counted, then passed on to the vacancy's page, also when that says that it is closed, or to the openings of a digest.</summary>
public static class GoLink
{
    public static async Task<IResult> FollowAsync(string code, HttpContext http, FollowLink links, ClickCounter counter, CancellationToken ct)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
        if (await links.FindAsync(code, ct) is not { } link)
            return JobSitePages.NotFound();

        var request = http.Request;
        if (Visitor.IsPerson(request.Method, request.Headers.UserAgent.ToString(), $"{request.Headers["Sec-Purpose"]} {request.Headers["Purpose"]}"))
            counter.Count(link.DeliveryId);

        return Results.Redirect(QueryHelpers.AddQueryString(link.Path, link.Tags));
    }
}
