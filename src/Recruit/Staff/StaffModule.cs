using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Recruit.Persistence;
using Recruit.Shell;

namespace Recruit.Staff;

public static class StaffModule
{
    public static void AddStaff(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<StaffOptions>().BindConfiguration(StaffOptions.Section).ValidateDataAnnotations();

        builder.Services.AddIdentityCore<StaffMember>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
                options.User.RequireUniqueEmail = true;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.SignIn.RequireConfirmedAccount = true;
            })
            .AddEntityFrameworkStores<RecruitDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<StaffClaims>();
        builder.Services.AddScoped<IUserConfirmation<StaffMember>, EnabledStaff>();
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));

        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<SiteOptions>, IOptions<StaffOptions>>(SetCookie);
        builder.Services.AddAuthorization();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<AuthenticationStateProvider, StaffSession>();
        builder.Services.AddRateLimiter(options =>
        {
            options.AddPolicy(SignInRate.Policy, SignInRate.Partition);
            options.OnRejected = SignInRate.RefuseAsync;
        });

        builder.Services.AddScoped<SignInStaff>();
        builder.Services.AddScoped<FirstAdministrator>();
        builder.Services.AddScoped<InviteStaff>();
        builder.Services.AddScoped<ChangeStaff>();
        builder.Services.AddScoped<MakeSignInLink>();
    }

    public static void MapStaff(this IEndpointRouteBuilder routes)
        // The form parameter is what makes the antiforgery token obligatory: without form binding a POST is not checked.
        => routes.MapPost(Urls.SignOut, async ([FromForm] string? reason, SignInManager<StaffMember> session) =>
        {
            await session.SignOutAsync();
            return Results.LocalRedirect(Urls.SignIn);
        });

    private static void SetCookie(CookieAuthenticationOptions cookie, IOptions<SiteOptions> site, IOptions<StaffOptions> signIn)
    {
        // __Host- makes a browser refuse the cookie from a sub-domain or over http, so it can only be used with https.
        var https = site.Value.BaseUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        cookie.Cookie.Name = https ? "__Host-recruit" : "recruit";
        cookie.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.HttpOnly = true;
        // Lax, not Strict: a link in a mail to an approval must open it, not the sign-in page.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(signIn.Value.SessionHours);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = Urls.SignIn;
        cookie.LogoutPath = Urls.SignOut;
        cookie.AccessDeniedPath = Urls.SignIn;
        cookie.ReturnUrlParameter = "returnUrl";
    }
}
