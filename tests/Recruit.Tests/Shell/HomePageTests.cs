using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Shell;

public sealed class HomePageTests : PageTest
{
    [Fact]
    public async Task Nothing_to_do_is_said()
    {
        await SignInAsync();

        var page = Page<HomePage>();

        page.WaitForAssertion(() => page.Markup.ShouldContain("All quiet"));
    }

    [Fact]
    public async Task What_waits_stands_in_its_order_each_with_its_button()
    {
        var now = Clock.GetUtcNow();
        Services.AddSingleton<IAsksForPeople>(new Asking(new Ask("Later", "Look", "/later", now, 20), new Ask("Newer", "Look", "/newer", now, 10)));
        Services.AddSingleton<IAsksForPeople>(new Asking(new Ask("Older", "Settle it", "/older", now.AddHours(-2), 10)));
        await SignInAsync();

        var page = Page<HomePage>();

        page.WaitForState(() => page.FindAll(".asks li").Count == 3);
        page.FindAll(".asks p").Select(ask => ask.TextContent.Trim().Split(' ', '\n')[0]).ShouldBe(["Older", "Newer", "Later"]);
        page.FindAll(".asks a")[0].GetAttribute("href").ShouldBe("/older");
        page.FindAll(".asks a")[0].TextContent.Trim().ShouldBe("Settle it");
    }

    [Fact]
    public async Task A_source_hears_who_asks()
    {
        var source = new Asking();
        Services.AddSingleton<IAsksForPeople>(source);
        var staff = await SignInAsync(StaffRoles.Recruiter);

        var page = Page<HomePage>();

        page.WaitForState(() => source.Heard is not null);
        source.Heard.ShouldBe((staff.Id, StaffRoles.Recruiter));
    }

    private sealed class Asking(params Ask[] asks) : IAsksForPeople
    {
        public (Guid StaffId, StaffRoles Roles)? Heard { get; private set; }

        public Task<IReadOnlyList<Ask>> AsksAsync(RecruitDb db, Guid staffId, StaffRoles roles, CancellationToken ct)
        {
            Heard = (staffId, roles);
            return Task.FromResult<IReadOnlyList<Ask>>(asks);
        }
    }
}
