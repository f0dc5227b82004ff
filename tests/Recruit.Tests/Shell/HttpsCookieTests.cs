using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Recruit.Tests.Shell;

public sealed class HttpsCookieTests
{
    [Fact]
    public async Task With_https_the_cookie_is_bound_to_the_host()
    {
        await using var app = RecruitApp.Build(["--Site:BaseUrl=https://jobs.hospital.example"]);

        var cookie = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).Cookie;

        cookie.Name.ShouldBe("__Host-recruit");
        cookie.SecurePolicy.ShouldBe(CookieSecurePolicy.Always);
        cookie.HttpOnly.ShouldBeTrue();
    }
}
