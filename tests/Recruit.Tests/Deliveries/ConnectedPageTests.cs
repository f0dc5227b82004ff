using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public sealed class ConnectedPageTests : PageTest
{
    private readonly LoginNetwork _network = new();

    public ConnectedPageTests()
    {
        Services.AddStillNetworks();
        Services.AddSingleton(new ChannelCatalog([_network]));
        Services.Configure<SiteOptions>(site => site.BaseUrl = "https://recruit.example");
        Services.AddSingleton<BeginConnect>();
        Services.AddSingleton<FinishConnect>();
    }

    [Fact]
    public async Task After_the_login_an_account_is_chosen_and_tried_by_reading()
    {
        var ada = await SignInAsync();
        var attempt = await AnswerAsync(ada);
        var page = Page<ConnectedPage>(part => part.Add(one => one.AttemptId, attempt));
        page.Markup.ShouldContain("It may post.");

        await page.InvokeAsync(() => page.FindAll("input[type=radio]")[1].ClickAsync(new()));
        await page.InvokeAsync(() => Button(page, "Save and try it by reading").ClickAsync(new()));

        page.WaitForAssertion(() => page.Markup.ShouldContain("Nothing was posted"));
        var account = await Db.ReadAsync(db => db.Accounts.SingleAsync());
        account.Handle.ShouldBe("@two");
        Services.GetRequiredService<TokenVault>().Open(account)!.Secrets["access_token"].ShouldBe("token-two");
        page.Markup.ShouldNotContain("token-two");
    }

    [Fact]
    public async Task What_blocks_cannot_be_saved()
    {
        _network.Checks = [new ConnectCheck(CheckSeverity.Blocks, "It may not post: ask for it.")];
        var attempt = await AnswerAsync(await SignInAsync());

        var page = Page<ConnectedPage>(part => part.Add(one => one.AttemptId, attempt));

        page.Markup.ShouldContain("It may not post: ask for it.");
        page.FindAll("button").ShouldNotContain(button => button.TextContent.Contains("Save", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_login_of_somebody_else_is_not_shown()
    {
        await SignInAsync();
        var attempt = await AnswerAsync(await Db.SaveAsync(StaffMember.Create("eve@hospital.example", "Eve", StaffRoles.Administrator)));

        Page<ConnectedPage>(part => part.Add(one => one.AttemptId, attempt)).Markup.ShouldContain("There is no such login");
    }

    private async Task<Guid> AnswerAsync(StaffMember staff)
    {
        await Services.GetRequiredService<BeginConnect>().RunAsync(staff.Id, _network.Key, new Dictionary<string, string> { ["client_id"] = "id-1" });
        return (await Services.GetRequiredService<FinishConnect>().AnswerAsync(staff.Id, _network.Key, _network.State, "code"))!.Value;
    }
}
