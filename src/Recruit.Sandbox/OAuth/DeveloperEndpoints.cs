using Microsoft.AspNetCore.Http.HttpResults;
using Recruit.Sandbox.Timeline;

namespace Recruit.Sandbox.OAuth;

/// <summary>Each network's developer portal, as far as a hospital needs it: an app, and a way to take a permission back.</summary>
public static class DeveloperEndpoints
{
    public static void MapDeveloperPages(this IEndpointRouteBuilder routes)
    {
        var portal = routes.MapGroup("/" + Networks.Route + "/developer").AddEndpointFilter(ControlEndpoints.RefuseOtherSites).AddEndpointFilter(TimelineEndpoints.SendPolicy);
        portal.MapGet("", (string network, World world) => Keys.AreMadeAt(network)
            ? new RazorComponentResult<KeysPage>(new { World = world, Network = network })
            : (IResult)new RazorComponentResult<DeveloperPage>(new { World = world, Network = network }));
        portal.MapPost("/keys", Keys.MakeAsync);
        portal.MapPost("/apps", AnnounceAsync);
        portal.MapPost("/revoke", RevokeAsync);
    }

    private static async Task<IResult> AnnounceAsync(string network, HttpContext context, World world)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, redirect) = (form["name"].ToString().Trim(), form["redirect"].ToString().Trim());
        if (name.Length is 0 or > 100 || !Uri.TryCreate(redirect, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            return new RazorComponentResult<OAuthTrouble>(new { Network = network, Why = "An app needs a name, and a redirect address that begins with https:// or http://." }) { StatusCode = 400 };

        var app = world.OAuth.Announce(network, name, redirect);
        // A program that practices wants JSON, a person the page.
        return context.Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal) ? Answers.Of(201, new { app.ClientId, app.ClientSecret, app.RedirectUri }) : Results.Redirect($"/{network}/developer");
    }

    private static async Task<IResult> RevokeAsync(string network, HttpContext context, World world)
    {
        world.OAuth.Revoke((await context.Request.ReadFormAsync(context.RequestAborted))["grant"].ToString());
        return Results.Redirect($"/{network}/developer");
    }
}
