using System.Net;
using Microsoft.EntityFrameworkCore;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Staff;

public sealed class FirstRunPageTests : IDisposable
{
    private static readonly (string, string)[] Ada =
        [("Input.Name", "Ada Admin"), ("Input.Email", "ada@hospital.example"), ("Input.Password", "correct horse battery")];

    private readonly RecruitFactory _app = new();

    [Fact]
    public async Task The_link_makes_the_first_administrator_and_signs_them_in()
    {
        var code = await CodeAsync();
        var browser = _app.Browser();

        var answer = await browser.SendFormAsync(Urls.FirstAdministrator(code!), Ada);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync(Urls.Home)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _app.Db.ReadAsync(db => db.Users.SingleAsync())).Roles.ShouldBe(StaffRoles.Administrator);
    }

    [Fact]
    public async Task The_door_is_closed_once_an_administrator_exists()
    {
        var first = await CodeAsync();
        var second = await CodeAsync();
        await _app.Browser().SendFormAsync(Urls.FirstAdministrator(first!), Ada);

        (await _app.Browser().GetAsync(Urls.FirstAdministrator(second!))).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await CodeAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_short_password_is_refused_and_the_link_stays_good()
    {
        var code = await CodeAsync();

        var answer = await _app.Browser().SendFormAsync(Urls.FirstAdministrator(code!), [.. Ada[..2], ("Input.Password", "too short")]);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _app.Db.ReadAsync(db => db.Users.AnyAsync())).ShouldBeFalse();
        (await _app.Browser().SendFormAsync(Urls.FirstAdministrator(code!), Ada)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_person_s_sign_in_link_does_not_make_administrators()
    {
        var staff = await _app.Db.SaveAsync(StaffMember.Create("hr@hospital.example", "Hana Hr", StaffRoles.Hr));
        var (link, code) = SignInLink.Make(staff.Id, _app.Clock.GetUtcNow().AddHours(1));
        await _app.Db.SaveAsync(link);

        (await _app.Browser().GetAsync(Urls.FirstAdministrator(code))).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await _app.Browser().GetAsync(Urls.FirstAdministrator("guessed"))).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    private Task<string?> CodeAsync() => _app.AskAsync<FirstAdministrator, string?>(first => first.MakeCodeAsync());

    public void Dispose() => _app.Dispose();
}
