using System.Net;
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
        var answer = await browser.SendFormAsync(Urls.SignIn, ("Input.Email", staff.Email!.ToUpperInvariant()), ("Input.Password", Password));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldEndWith(Urls.Home);
        (await browser.GetAsync(Urls.Home)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<StaffMember> WithPasswordAsync()
    {
        var staff = StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", "Mary Hart", StaffRoles.Hr);
        staff.SetPassword(Password, new Microsoft.AspNetCore.Identity.PasswordHasher<StaffMember>());
        return await app.Db.SaveAsync(staff);
    }
}
