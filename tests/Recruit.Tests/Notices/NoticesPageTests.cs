using Bunit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Audit;
using Recruit.Notices;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Notices;

public class NoticesPageTests : PageTest
{
    public NoticesPageTests()
    {
        Services.AddOptions<SmtpOptions>();
        Services.AddHttpClient();
        Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        Services.AddSingleton<CallWebhook>();
        Services.AddSingleton<ChangeNotices>();
    }

    [Fact]
    public async Task Everybody_chooses_their_mails_and_sees_what_their_roles_begin_with()
    {
        var hana = await SignInAsync(StaffRoles.Hr, "Hana");
        var page = Page<NoticesPage>();
        page.Markup.ShouldNotContain("Webhooks");
        page.Markup.ShouldContain("No mail server is set");

        await page.InvokeAsync(() => page.FindAll("input[type=checkbox]")[0].ChangeAsync(true));

        var choice = await Db.ReadAsync(db => db.NoticeChoices.SingleAsync());
        (choice.StaffId, choice.Kinds).ShouldBe((hana.Id, NoticeKinds.Failure | NoticeKinds.NeedsYou));
        (await Db.ReadAsync(db => db.AuditEntries.SingleAsync())).Act.ShouldBe(Acts.MailsChosen);
    }

    [Fact]
    public async Task A_webhooks_secret_is_shown_once()
    {
        await SignInAsync();
        var page = Page<NoticesPage>();
        await page.InvokeAsync(() => page.Find("input[maxlength='500']").InputAsync("http://hospital.example/hook"));
        await page.InvokeAsync(() => Button(page, "Add a webhook").ClickAsync(new()));
        page.WaitForAssertion(() => page.Markup.ShouldContain("must begin with https://"));

        await page.InvokeAsync(() => page.Find("input[maxlength='500']").InputAsync("https://hospital.example/hook"));
        await page.InvokeAsync(() => Button(page, "Add a webhook").ClickAsync(new()));

        page.WaitForAssertion(() => page.Find("code.one-time-link").TextContent.Length.ShouldBe(43));
        page.Markup.ShouldContain("https://hospital.example/hook");
        Page<NoticesPage>().FindAll("code.one-time-link").ShouldBeEmpty();
        (await Db.ReadAsync(db => db.AuditEntries.SingleAsync())).Note.ShouldStartWith("hospital.example:");
    }
}
