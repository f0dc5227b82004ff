using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Audiences;
using Recruit.Channels;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Audiences;

public sealed class ProfilesPageTests : PageTest
{
    public ProfilesPageTests()
    {
        Services.AddSingleton(new ChannelCatalog([new TargetingChannel(new FakeChannel(Clock))]));
        Services.AddSingleton<TargetProfiles>();
    }

    [Fact]
    public async Task A_recruiter_accepts_the_notice_and_saves_a_version()
    {
        await SignInAsync(StaffRoles.Recruiter, "Ruth");
        var page = Page<ProfilesPage>();
        page.WaitForAssertion(() => page.Markup.ShouldContain("As shipped, derived from the occupations"));
        page.Markup.ShouldContain("Do not discriminate.");
        Button(page, "Save as version 1").HasAttribute("disabled").ShouldBeTrue();

        await page.InvokeAsync(() => Button(page, "I have read this and keep to it").Click());
        page.WaitForAssertion(() => Button(page, "Save as version 1").HasAttribute("disabled").ShouldBeFalse());
        await page.InvokeAsync(() => page.FindAll("fieldset input[type=checkbox]")[1].Change(true));
        await page.InvokeAsync(() => Button(page, "Save as version 1").Click());

        page.WaitForAssertion(() => page.Markup.ShouldContain("Version 1, saved by Ruth"));
        (await Db.ReadAsync(db => db.TargetProfiles.SingleAsync())).Facets[0].Values.Select(value => value.Label).ShouldBe(["Healthcare Services", "Research"]);
    }

    [Fact]
    public async Task Hr_reads_the_profiles_and_changes_nothing()
    {
        await SignInAsync(StaffRoles.Hr);

        var page = Page<ProfilesPage>();

        page.WaitForAssertion(() => page.Markup.ShouldContain("Only recruiter or administrator may change profiles."));
        page.FindAll("button").ShouldNotContain(button => button.TextContent.Contains("Save as", StringComparison.Ordinal));
        page.FindAll("fieldset input[type=checkbox]").ShouldAllBe(box => box.HasAttribute("disabled"));
    }
}
