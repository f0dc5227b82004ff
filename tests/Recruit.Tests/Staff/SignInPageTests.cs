using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Staff;

public sealed class SignInPageTests(RecruitFactory app) : IClassFixture<RecruitFactory>
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task The_right_password_opens_home()
    {
        var staff = await WithPasswordAsync();

        var browser = app.Browser();
        var answer = await SignInAsync(browser, staff.Email!.ToUpperInvariant(), Password);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldEndWith(Urls.Home);
        (await browser.GetAsync(Urls.Home)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Db.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Act == Acts.SignedIn && entry.SubjectId == staff.Id))).ShouldBeTrue();
    }

    [Fact]
    public async Task Wrong_unknown_and_disabled_are_refused_in_the_same_words()
    {
        var staff = await WithPasswordAsync();
        var gone = await WithPasswordAsync(disabled: true);

        var wrong = await RefusalAsync(staff.Email!, "correct horse batter");
        var unknown = await RefusalAsync("nobody@hospital.example", Password);
        var disabled = await RefusalAsync(gone.Email!, Password);

        wrong.ShouldContain("could not sign you in");
        unknown.ShouldBe(wrong);
        disabled.ShouldBe(wrong);
    }

    [Fact]
    public async Task Five_wrong_tries_lock_the_right_password_out_too()
    {
        var staff = await WithPasswordAsync();
        for (var tries = 0; tries < 5; tries++)
            await RefusalAsync(staff.Email!, "wrong wrong wrong");

        (await RefusalAsync(staff.Email!, Password)).ShouldContain("could not sign you in");
    }

    [Theory]
    [InlineData("/admin/deliveries?state=held", "/admin/deliveries?state=held")]
    [InlineData("//evil.example/admin", Urls.Home)]
    [InlineData("https://evil.example", Urls.Home)]
    public async Task Signing_in_returns_only_to_addresses_of_the_app(string returnUrl, string expected)
    {
        var staff = await WithPasswordAsync();

        var answer = await SignInAsync(app.Browser(), staff.Email!, Password, Urls.SignInThen(returnUrl));

        answer.Headers.Location!.ToString().ShouldEndWith(expected);
        answer.Headers.Location.ToString().ShouldNotContain("evil");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Input.Email", "a@b.example"), new("Input.Password", Password)]);

        (await app.Browser().PostAsync(Urls.SignIn, form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_address_that_tries_too_often_has_to_wait()
    {
        await using var strict = new RecruitFactory { Settings = { ["SignIn:TriesPerMinute"] = "2" } };
        var browser = strict.Browser();

        for (var tries = 0; tries < 2; tries++)
            (await SignInAsync(browser, "a@b.example", "wrong")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var answer = await SignInAsync(browser, "a@b.example", "wrong");
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Wait a minute");
        (await browser.GetAsync(Urls.SignIn)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_needs_the_token_and_ends_the_session()
    {
        var browser = await SignedIn.AsAsync(app, StaffMember.Create("out@hospital.example", "Olga Out", StaffRoles.Hr));

        (await browser.PostAsync(Urls.SignOut, new FormUrlEncodedContent([new("reason", "asked")]))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync(Urls.Home)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await browser.SendFormAsync(Urls.SignIn, Urls.SignOut, ("reason", "asked"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync(Urls.Home)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_disabled_person_is_out_within_a_minute()
    {
        var staff = StaffMember.Create("soon@hospital.example", "Sam Soon", StaffRoles.Hr);
        var browser = await SignedIn.AsAsync(app, staff);
        (await browser.GetAsync(Urls.Home)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await using (var db = app.Db.CreateDbContext())
        {
            (await db.Users.SingleAsync(person => person.Id == staff.Id)).Disable();
            await db.SaveChangesAsync();
        }

        app.Clock.Advance(TimeSpan.FromSeconds(61));
        (await browser.GetAsync(Urls.Home)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string email, string password, string url = Urls.SignIn)
        => browser.SendFormAsync(url, ("Input.Email", email), ("Input.Password", password));

    private async Task<string> RefusalAsync(string email, string password)
    {
        var answer = await SignInAsync(app.Browser(), email, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.Content.ReadAsStringAsync();
        var start = page.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        return start < 0 ? "" : page[start..page.IndexOf("</p>", start, StringComparison.Ordinal)];
    }

    private async Task<StaffMember> WithPasswordAsync(bool disabled = false)
    {
        var staff = StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", "Mary Hart", StaffRoles.Hr);
        staff.SetPassword(Password, new PasswordHasher<StaffMember>());
        if (disabled)
            staff.Disable();
        return await app.Db.SaveAsync(staff);
    }
}
