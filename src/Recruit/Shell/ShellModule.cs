using System.Globalization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using MudBlazor.Services;
using Recruit.Api;
using Recruit.Notices;

namespace Recruit.Shell;

public static class ShellModule
{
    public static void AddShell(this WebApplicationBuilder builder, RecruitHome home)
    {
        // Every number and date is written in American English, whatever the server's language is.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-US");

        builder.Services.AddSingleton(home);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddOptions<HomeOptions>().BindConfiguration(HomeOptions.Section).ValidateDataAnnotations();
        builder.Services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations();
        builder.AddKeyProtection();
        builder.Services.AddSingleton<Welcome>();
        builder.Services.AddSingleton<IAsksForPeople, KeyProtectionAsk>();

        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            options.SnackbarConfiguration.PreventDuplicates = true;
        });
    }

    /// <summary>What every request passes through, outermost first.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders(SecurityHeaders.Policy);
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler(Urls.Error, createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute(Urls.NotFound, createScopeForStatusCodePages: true);
        app.UseApi();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/", () => Results.LocalRedirect(Urls.Jobs));
        // frame-ancestors stands in our own policy; a second header would only repeat it.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
