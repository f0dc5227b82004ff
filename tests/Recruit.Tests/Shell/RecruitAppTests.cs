using System.Net;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Shell;

public sealed class RecruitAppTests(RecruitFactory app) : IClassFixture<RecruitFactory>
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Every_service_can_be_made_with_both_databases(string provider)
    {
        // In Development the container checks every registration when it is built.
        await using var built = RecruitApp.Build(
            ["--environment=Development", $"--Database:Provider={provider}", "--Database:ConnectionString=Host=nowhere", "--Practice:Enabled=false"]);

        built.Environment.EnvironmentName.ShouldBe("Development");
    }

    [Fact]
    public async Task The_root_leads_to_the_open_jobs()
        => (await app.Browser().GetAsync("/")).Headers.Location!.ToString().ShouldBe(Urls.Jobs);

    [Fact]
    public async Task Admin_pages_ask_who_is_there_and_come_back()
    {
        var answer = await app.Browser().GetAsync(Urls.Staff);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.PathAndQuery.ShouldBe(Urls.SignInThen(Urls.Staff));
    }

    [Fact]
    public async Task An_unknown_address_is_not_found_and_says_so()
    {
        var answer = await app.Browser().GetAsync("/admin/nothing-here");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("There is nothing at this address");
    }

    [Theory]
    [InlineData(Urls.SignIn)]
    [InlineData(Urls.Home)]
    [InlineData("/nothing-here")]
    public async Task Every_answer_carries_the_security_headers(string url)
    {
        var browser = await SignedIn.AsAsync(app, StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", "Hana Hr", StaffRoles.Hr));

        var answer = await browser.GetAsync(url);

        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("script-src 'self' 'nonce-");
        policy.ShouldNotContain("unsafe-eval");
        policy.ShouldNotContain("http");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("//fonts.");
    }

    [Fact]
    public async Task The_one_inline_script_carries_the_nonce_of_its_answer()
    {
        var answer = await app.Browser().GetAsync(Urls.SignIn);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = policy[(policy.IndexOf("'nonce-", StringComparison.Ordinal) + 7)..].Split('\'')[0];

        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain($"<script type=\"importmap\" nonce=\"{nonce}\">");
    }

    [Fact]
    public async Task The_session_cookie_cannot_be_read_by_scripts()
    {
        var staff = StaffMember.Create("cookie@hospital.example", "Carl Cookie", StaffRoles.Hr);
        var (link, code) = SignInLink.Make(staff.Id, app.Clock.GetUtcNow().AddHours(1));
        await app.Db.SaveAsync(staff, link);

        var answer = await app.Browser().SendFormAsync(Urls.SignInLink(code));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("recruit=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain("expires");
    }
}
