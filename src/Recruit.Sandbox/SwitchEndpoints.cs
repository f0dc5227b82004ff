using Recruit.Sandbox.Facebook;
using Recruit.Sandbox.LinkedIn;

namespace Recruit.Sandbox;

/// <summary>What a trainer switches on and off for a whole network. Forms, from the trainer's page or by hand.</summary>
public static class SwitchEndpoints
{
    public static void MapSwitches(this IEndpointRouteBuilder control)
    {
        control.MapPost("/switches/" + Networks.Route + "/{preset}", Switch);
        control.MapPost("/versions/linkedin", RetireVersion);
        control.MapPost("/insights/facebook", RetireInsight);
        control.MapPost("/switches/off", (HttpContext context, World world) =>
        {
            world.Troubles.Clear();
            world.LinkedInVersions.Restore();
            world.FacebookInsights.Restore();
            return TroubleEndpoints.Back(context);
        });
    }

    private static async Task<IResult> Switch(string network, string preset, HttpContext context, World world)
    {
        var form = await FormAsync(context);
        if (TroublePreset.Of(network).FirstOrDefault(known => known.Key == preset)?.On(network) is not { } trouble || form["to"].ToString() is not ("on" or "off"))
            return Results.Text($"Send to=on or to=off, to one of: {string.Join(", ", TroublePreset.Of(network).Select(known => known.Key))}.", statusCode: 400);

        // Twice on is on.
        world.Troubles.End(trouble);
        if (form["to"] == "on")
            world.Troubles.Order(trouble);
        return TroubleEndpoints.Back(context);
    }

    private static async Task<IFormCollection> FormAsync(HttpContext context)
        => context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;

    private static async Task<IResult> RetireVersion(HttpContext context, World world)
    {
        var version = (await FormAsync(context))["retire"].ToString();
        if (version.Length == 0)
            world.LinkedInVersions.Restore();
        else if (!world.LinkedInVersions.Retire(version))
            return Results.Text($"Send retire=YYYYMM, from {LinkedInVersions.First} on and before {LinkedInVersions.Newest}, or nothing to bring all back.", statusCode: 400);
        return TroubleEndpoints.Back(context);
    }

    private static async Task<IResult> RetireInsight(HttpContext context, World world)
    {
        var name = (await FormAsync(context))["retire"].ToString();
        if (name.Length == 0)
            world.FacebookInsights.Restore();
        else if (FacebookInsights.Names.Contains(name))
            world.FacebookInsights.Retire(name);
        else
            return Results.Text($"Send retire=NAME, one of: {string.Join(", ", FacebookInsights.Names)}, or nothing to bring all back.", statusCode: 400);
        return TroubleEndpoints.Back(context);
    }
}
