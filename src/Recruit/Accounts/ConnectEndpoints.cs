using System.Security.Claims;
using Recruit.Channels;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Accounts;

/// <summary>Where a network's login leads the browser back to. An endpoint and no page: the code lives half a minute and must not wait for a circuit.</summary>
public static class ConnectEndpoints
{
    public static void MapConnect(this IEndpointRouteBuilder routes)
        => routes.MapGet(Urls.ConnectAnswer("{network}"), AnswerAsync)
            // Not sent to the sign-in page: its address would carry the code along.
            .AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(string network, HttpContext context, ClaimsPrincipal user, ChannelCatalog channels, FinishConnect finish, CancellationToken ct)
    {
        // The address holds the code until the browser has left it: nobody may keep it, and no other site learns it.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (channels.Find(network) is not IConnectsAccounts)
            return Results.LocalRedirect(Urls.Connect);
        // Signed out meanwhile: the page tells, after signing in, that the login must be begun again.
        if (user.StaffIdOrNull() is not { } staffId)
            return Results.LocalRedirect(Urls.ConnectAgain(network));

        try
        {
            var query = context.Request.Query;
            var attempt = await finish.AnswerAsync(staffId, new ChannelKey(network), query["state"], query["code"], ct);
            return Results.LocalRedirect(attempt is { } id ? Urls.ConnectChoice(id) : Urls.ConnectAgain(network));
        }
        catch (NotAllowedException)
        {
            return Results.LocalRedirect(Urls.Accounts);
        }
    }
}
