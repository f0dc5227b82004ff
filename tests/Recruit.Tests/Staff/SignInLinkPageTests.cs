using System.Net;
using Microsoft.EntityFrameworkCore;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Staff;

public sealed class SignInLinkPageTests(RecruitFactory app) : IClassFixture<RecruitFactory>
{
    [Fact]
    public async Task A_link_signs_in_once()
    {
        var (_, code) = await InvitedAsync();
        var browser = app.Browser();

        (await browser.SendFormAsync(Urls.SignInLink(code))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync(Urls.Home)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await app.Browser().GetAsync(Urls.SignInLink(code))).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Opening_a_link_does_not_use_it_up()
    {
        var (_, code) = await InvitedAsync();

        for (var scans = 0; scans < 3; scans++)
            (await app.Browser().GetAsync(Urls.SignInLink(code))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await app.Browser().SendFormAsync(Urls.SignInLink(code))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Of_two_who_press_the_button_at_once_one_is_let_in()
    {
        var (_, code) = await InvitedAsync();
        await using var db = app.Db.CreateDbContext();
        var now = app.Clock.GetUtcNow();
        var link = await db.OpenLinkAsync(code, now);

        (await db.UseUpAsync(link!, now)).ShouldBeTrue();
        (await db.UseUpAsync(link!, now)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_runs_out()
    {
        var (_, code) = await InvitedAsync(TimeSpan.FromMinutes(-1));

        (await app.Browser().GetAsync(Urls.SignInLink(code))).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_disabled_person_cannot_use_their_link()
    {
        var (staff, code) = await InvitedAsync();
        await using (var db = app.Db.CreateDbContext())
        {
            (await db.Users.SingleAsync(person => person.Id == staff.Id)).Disable();
            await db.SaveChangesAsync();
        }

        (await app.Browser().GetAsync(Urls.SignInLink(code))).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task An_invited_person_can_choose_a_password_and_use_it_afterwards()
    {
        var (staff, code) = await InvitedAsync();

        var tooShort = await app.Browser().SendFormAsync(Urls.SignInLink(code), ("Input.Password", "short"));
        tooShort.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await tooShort.Content.ReadAsStringAsync()).ShouldContain(PasswordRule.Refusal);

        await app.Browser().SendFormAsync(Urls.SignInLink(code), ("Input.Password", "a sentence to remember"));

        var answer = await app.Browser().SendFormAsync(Urls.SignIn, ("Input.Email", staff.Email!), ("Input.Password", "a sentence to remember"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_database_does_not_hold_the_code()
    {
        var (_, code) = await InvitedAsync();

        var hashes = await app.Db.ReadAsync(db => db.SignInLinks.Select(link => link.CodeHash).ToListAsync());

        hashes.ShouldContain(SecretCode.Hash(code));
        hashes.ShouldNotContain(hash => hash.Contains(code));
    }

    private async Task<(StaffMember Staff, string Code)> InvitedAsync(TimeSpan? validFor = null)
    {
        var staff = StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", "Ivy Invited", StaffRoles.Recruiter);
        var (link, code) = SignInLink.Make(staff.Id, app.Clock.GetUtcNow() + (validFor ?? TimeSpan.FromHours(1)));
        await app.Db.SaveAsync(staff, link);
        return (staff, code);
    }
}
