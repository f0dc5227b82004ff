using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Recruit.Compliance;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Compliance;

public sealed class CheckTextPageTests : PageTest
{
    [Fact]
    public async Task A_person_reads_what_the_guard_would_say()
    {
        Services.AddSingleton(Guards.Real());
        Services.AddSingleton<CheckText>();
        await Db.SaveAsync(A.Facility());
        await SignInAsync(StaffRoles.Hr);
        var page = Page<CheckTextPage>();
        page.Markup.ShouldNotContain("state-chip");

        await TypeAsync(page, "Mr. Grady went home after 19 days.");
        page.Markup.ShouldContain("May not go out");
        page.Find("q").TextContent.ShouldBe("Mr. Grady");

        await TypeAsync(page, "RN, nights, 36 hours a week.");
        page.Markup.ShouldContain("Nothing stands in the way");
        page.Markup.ShouldNotContain("privacy reviewer reads it");

        var surface = page.FindComponent<MudSelect<Surface>>();
        await surface.InvokeAsync(() => surface.Instance.ValueChanged.InvokeAsync(Surface.Reply));
        page.Markup.ShouldContain("privacy reviewer reads it");
    }

    private static Task TypeAsync(IRenderedComponent<CheckTextPage> page, string text)
    {
        var field = page.FindComponent<MudTextField<string>>();
        return field.InvokeAsync(() => field.Instance.ValueChanged.InvokeAsync(text));
    }
}
