using Recruit.BrowserTests.Pages;

namespace Recruit.BrowserTests;

/// <summary>Bluesky and Mastodon from an empty hand: keys are made there, pasted here, and an opening goes out.</summary>
public sealed class KeysTests(Browsers browsers) : IClassFixture<Browsers>
{
    private const string Title = "Night Nurse, Medical ICU";
    private const string Account = "7770011";

    [Fact]
    public async Task Pasted_keys_connect_accounts_and_a_vacancy_goes_out_there()
    {
        var administrator = await browsers.OpenWindowAsync();
        await administrator.MakeFirstAdministratorAsync("Ada Admin", "ada@hospital.example", "correct horse battery staple");

        var mastodon = await administrator.MakeKeyAsync("mastodon", Account);
        await administrator.GoAsync("/admin/accounts/connect/mastodon");
        await administrator.CheckAsync();
        await administrator.PictureAsync("connect-mastodon");
        await administrator.FillAsync("Server, for example mastodon.example", "mastodon.example");
        await administrator.FillAsync("Access token", "no-such-token");
        await administrator.ClickAsync("See what they open");
        await administrator.SeeAsync("does not know this token");
        await administrator.ClickLinkAsync("Begin again");
        await administrator.ReadyAsync();
        await administrator.FillAsync("Server, for example mastodon.example", "mastodon.example");
        await administrator.FillAsync("Access token", mastodon.Key);
        await SaveAsync(administrator, "mastodon");

        var bluesky = await administrator.MakeKeyAsync("bluesky", Account);
        await administrator.GoAsync("/admin/accounts/connect/bluesky");
        await administrator.CheckAsync();
        await administrator.PictureAsync("connect-bluesky");
        await administrator.FillAsync("Handle, for example northfield.bsky.social", bluesky.Handle);
        await administrator.FillAsync("App password", bluesky.Key);
        await SaveAsync(administrator, "bluesky");
        await administrator.GoAsync("/admin/accounts");
        await administrator.CheckAsync();
        await administrator.PictureAsync("accounts-five");

        var hana = await browsers.OpenWindowAsync();
        await hana.SignInAsync(await administrator.MakeSignInLinkAsync("Hana Ortiz"));
        await hana.WriteVacancyAsync(Title, "REQ-4712");
        await hana.SaveAndOpenAsync();
        await hana.PictureAsync("vacancy-five");
        await hana.BroadcastAsync(accounts: 5);
        var ruth = await browsers.OpenWindowAsync();
        await ruth.SignInAsync(await administrator.MakeSignInLinkAsync("Ruth Okafor"));
        await ruth.ApproveAllAsync(Title);

        foreach (var network in new[] { "mastodon", "bluesky" })
        {
            await ruth.OpenTimelineAsync(network);
            await ruth.LivePost(Title).First.WaitForAsync();
            await ruth.PictureAsync($"timeline-{network}");
            (await ruth.LivePost(Title).CountAsync()).ShouldBe(1);
        }

        browsers.NothingShouldBeWrong();
    }

    private static async Task SaveAsync(Window window, string network)
    {
        await window.ClickAsync("See what they open");
        await window.SeeAsync("Which account is it?");
        await window.ReadyAsync();
        await window.CheckAsync();
        await window.PictureAsync($"choice-{network}");
        await window.ClickAsync("Save and try it by reading");
        await window.SeeAsync("Nothing was posted");
    }
}
