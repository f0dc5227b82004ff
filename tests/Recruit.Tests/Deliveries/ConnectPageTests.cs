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

public sealed class ConnectPageTests : PageTest
{
    private readonly LoginNetwork _network = new();

    public ConnectPageTests()
    {
        Services.AddStillNetworks();
        Services.AddSingleton(new ChannelCatalog([_network]));
        Services.Configure<SiteOptions>(site => site.BaseUrl = "https://recruit.example");
        Services.AddSingleton<BeginConnect>();
        Services.AddSingleton<FinishConnect>();
    }

    [Fact]
    public async Task The_way_to_a_network_names_its_steps_and_our_address_and_leads_to_its_login()
    {
        await SignInAsync();
        var page = Page<ConnectPage>(part => part.Add(one => one.Network, "x"));
        page.Markup.ShouldContain("Make an app");
        page.Markup.ShouldContain("https://recruit.example/connect/x/answer");

        await page.InvokeAsync(() => Button(page, "Log in to X").ClickAsync(new()));
        page.Markup.ShouldContain("Give the client id");

        await page.Find("input[type=text]:not([readonly])").ChangeAsync("id-1");
        await page.InvokeAsync(() => Button(page, "Log in to X").ClickAsync(new()));
        var url = new Uri(Services.GetRequiredService<NavigationManager>().Uri);
        url.Host.ShouldBe("x.example");
        url.Query.ShouldNotContain("id-1");
        (await Db.ReadAsync(db => db.ConnectAttempts.SingleAsync())).Sealed.ShouldNotContain("id-1");
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

    [Fact]
    public async Task Who_does_not_run_accounts_is_told_who_does()
    {
        await SignInAsync(StaffRoles.Hr);

        var page = Page<ConnectPage>(part => part.Add(one => one.Network, "x"));

        page.Markup.ShouldContain("by an administrator");
        page.FindAll("input").ShouldBeEmpty();
    }

    private async Task<Guid> AnswerAsync(StaffMember staff)
    {
        await Services.GetRequiredService<BeginConnect>().RunAsync(staff.Id, _network.Key, new Dictionary<string, string> { ["client_id"] = "id-1" });
        return (await Services.GetRequiredService<FinishConnect>().AnswerAsync(staff.Id, _network.Key, _network.State, "code"))!.Value;
    }

    private sealed class LoginNetwork : IChannel, IConnectsAccounts, IFindsPosts
    {
        public ChannelKey Key => new("x");

        public string Name => "X";

        public PostLimits Limits { get; } = new(280, text => text.Length, "characters", LinkStandsInText: true);

        public IReadOnlyList<SecretSpec> Secrets { get; } = [new("access_token", "Access token", Required: true)];

        public IReadOnlyList<ConnectStep> Steps { get; } = [new("Make an app", "There.")];

        public IReadOnlyList<SecretSpec> AppSecrets { get; } = [new("client_id", "Client ID", Required: true) { IsShown = true }];

        public IReadOnlyList<ConnectCheck> Checks { get; set; } = [new(CheckSeverity.Fine, "It may post.")];

        public string State { get; private set; } = "";

        public Uri LoginUrl(LoginRequest request)
        {
            State = request.State;
            return new Uri($"https://x.example/login?state={request.State}");
        }

        public Task<LoginResult> FinishLoginAsync(LoginAnswer answer, CancellationToken ct) => Task.FromResult<LoginResult>(new LoginResult.LoggedIn([Found("one"), Found("two")], Checks));

        public bool CanRenew(IReadOnlyDictionary<string, string> secrets) => false;

        public Task<RenewResult> RenewAsync(AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

        public Task<ReadBack> ReadBackAsync(DateTimeOffset since, AccountAccess account, CancellationToken ct) => Task.FromResult<ReadBack>(new ReadBack.Read([]));

        public Task<PostSight> SeeAsync(string remoteId, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

        public Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

        public Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

        public Uri TimelineUrl(AccountAccess account) => new("https://x.example/");

        private static FoundAccount Found(string name) => new($"@{name}", name, new Dictionary<string, string> { ["access_token"] = $"token-{name}" }, TokenLife.Unknown);
    }
}
