using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Api;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Api;

public sealed class ApiKeysPageTests : PageTest
{
    public ApiKeysPageTests() => Services.AddSingleton<MakeApiKey>();

    [Fact]
    public async Task A_key_is_shown_once_and_then_by_its_first_letters()
    {
        var hana = await SignInAsync(StaffRoles.Hr, "Hana Hr");
        var page = Page<ApiKeysPage>();

        await page.InvokeAsync(() => page.Find("input").Input("Applicant system"));
        await page.InvokeAsync(() => Button(page, "Make a key").Click());
        page.WaitForAssertion(() => page.Find(".one-time-link").TextContent.ShouldStartWith("rcr_"));

        var shown = page.Find(".one-time-link").TextContent;
        (await Db.ReadAsync(db => db.OwnerOfKeyAsync(shown)))!.Value.Owner.Id.ShouldBe(hana.Id);
        var later = Page<ApiKeysPage>();
        later.WaitForAssertion(() => later.Markup.ShouldContain(shown[..8]));
        later.Markup.ShouldNotContain(shown);
    }

    [Theory]
    [InlineData(StaffRoles.Hr, false)]
    [InlineData(StaffRoles.Administrator, true)]
    public async Task A_person_sees_their_own_keys_and_an_administrator_everybodys(StaffRoles roles, bool seen)
    {
        await SignInAsync(roles);
        var ruth = await Db.SaveAsync(StaffMember.Create("ruth@hospital.example", "Ruth", StaffRoles.Recruiter));
        await Services.GetRequiredService<MakeApiKey>().RunAsync(ruth.Id, "The other program");

        var page = Page<ApiKeysPage>();

        page.WaitForState(() => page.FindAll("table").Count > 0 || page.Markup.Contains("You have no keys", StringComparison.Ordinal));
        page.Markup.Contains("The other program", StringComparison.Ordinal).ShouldBe(seen);
    }
}
