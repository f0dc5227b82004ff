using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Channels;
using Recruit.Tests.Sandbox;
using Recruit.Tests.Sandbox.OAuth;
using Recruit.Tests.Support;

namespace Recruit.Tests.Accounts;

/// <summary>LinkedIn's and Facebook's logins, against the practice networks: what differs from X.</summary>
public sealed class ConnectOthersTests : IAsyncDisposable, IAsyncLifetime
{
    private readonly TestDb _db = new();
    private readonly StaffMember _ada = StaffMember.Create("ada@hospital.example", "Ada", StaffRoles.Administrator);
    private readonly TokenVault _vault = new(new EphemeralDataProtectionProvider());
    private RunningSandbox _network = null!;
    private ChannelStage _stage = null!;
    private BeginConnect _begin = null!;
    private FinishConnect _finish = null!;
    private RenewTokens _renew = null!;

    public async Task InitializeAsync()
    {
        _network = await RunningSandbox.StartAsync();
        var address = _network.Http.BaseAddress!.AbsoluteUri;
        _stage = new ChannelStage(clock: _network.Clock, settings: [("Channels:LinkedIn:BaseUrl", address), ("Channels:Facebook:BaseUrl", address)]);
        _begin = new BeginConnect(_db, _stage.Catalog, _vault, Options.Create(new SiteOptions { BaseUrl = "https://recruit.example" }), _network.Clock);
        _finish = new FinishConnect(_db, _stage.Catalog, _vault, _begin, new AddAccount(_db, _stage.Catalog, _vault, _network.Clock), _network.Clock);
        _renew = new RenewTokens(_db, _stage.Catalog, _vault, _network.Clock, NullLogger<RenewTokens>.Instance);
        await _db.SaveAsync(_ada);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        _stage.Dispose();
        await _network.DisposeAsync();
        _db.Dispose();
    }

    [Theory]
    [InlineData("linkedin")]
    [InlineData("facebook")]
    public async Task A_login_leads_to_an_account_that_reads_and_posts(string network)
    {
        var account = await ConnectAsync(network);

        account.RemoteId.ShouldBe(RunningSandbox.Account);
        account.Handle.ShouldBe("Practice hospital 5715");
        (await new TestAccount(_db, _stage.Catalog, _vault, _network.Clock).RunAsync(_ada.Id, account.Id)).Works.ShouldBeTrue();
        await PostsAsync(account);
        foreach (var secret in _vault.Open(account)!.Secrets.Values)
            _stage.Logs.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("linkedin", "w_organization_social")]
    [InlineData("linkedin", "r_organization_social")]
    [InlineData("facebook", "pages_manage_posts")]
    [InlineData("facebook", "pages_read_engagement")]
    public async Task What_posting_needs_blocks_and_is_named(string network, string scope)
    {
        var choice = (await _finish.ReadAsync(_ada.Id, await LogInAsync(network, without: scope)))!;

        choice.Failure.ShouldBeEmpty();
        choice.IsBlocked.ShouldBeTrue();
        choice.Checks.Single(check => check.Severity == CheckSeverity.Blocks).Text.ShouldContain($"the token lacks {scope}");
    }

    [Theory]
    [InlineData("linkedin", "rw_organization_admin", "Community Management API")]
    [InlineData("facebook", "pages_show_list", "pages_show_list")]
    public async Task Without_the_list_of_pages_it_is_told_what_to_do(string network, string scope, string expected)
        => (await _finish.ReadAsync(_ada.Id, await LogInAsync(network, without: scope)))!.Failure.ShouldContain(expected);

    [Fact]
    public async Task Insights_that_were_not_allowed_are_missed_and_posting_works()
    {
        var choice = (await _finish.ReadAsync(_ada.Id, await LogInAsync("facebook", without: "read_insights")))!;

        choice.IsBlocked.ShouldBeFalse();
        choice.Checks.ShouldContain(check => check.Severity == CheckSeverity.Lacks && check.Text.Contains("read_insights", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_token_of_a_Page_has_no_end()
    {
        var account = await ConnectAsync("facebook");

        account.TokenEndsAt.ShouldBeNull();
        account.RenewAt.ShouldBeNull();
        _network.Clock.Advance(TimeSpan.FromDays(200));
        await PostsAsync(account);
    }

    [Fact]
    public async Task LinkedIn_without_a_refresh_token_ends_after_60_days_and_says_so()
    {
        var account = await ConnectAsync("linkedin");

        account.TokenEndsAt.ShouldBe(_network.Clock.GetUtcNow().AddDays(60));
        account.RenewAt.ShouldBeNull();
        _vault.Open(account)!.Secrets.Keys.ShouldBe(["access_token"]);
    }

    [Fact]
    public async Task LinkedIn_partners_renew_with_a_refresh_token_that_stays_the_same()
    {
        var account = await ConnectAsync("linkedin", "Hospital partner app");
        var before = _vault.Open(account)!.Secrets;
        for (var time = 0; time < 2; time++)
        {
            _network.Clock.Advance(TimeSpan.FromDays(54));
            await _renew.RunAsync(CancellationToken.None);
        }

        var renewed = await _db.ReadAsync(db => db.Accounts.SingleAsync());
        renewed.TokenEndsAt.ShouldBe(_network.Clock.GetUtcNow().AddDays(60));
        var after = _vault.Open(renewed)!.Secrets;
        after["refresh_token"].ShouldBe(before["refresh_token"]);
        after["access_token"].ShouldNotBe(before["access_token"]);
        await PostsAsync(renewed);
    }

    [Theory]
    [InlineData("linkedin")]
    [InlineData("facebook")]
    public async Task A_wrong_app_secret_is_told(string network)
    {
        var app = await _network.AnnounceAsync(network, Redirect(network));
        var login = await _begin.RunAsync(_ada.Id, new ChannelKey(network), App(network, (app.Id, "wrong")));
        var back = await _network.ConsentAsync(login.PathAndQuery);

        var id = await _finish.AnswerAsync(_ada.Id, new ChannelKey(network), back["state"], back["code"]);

        (await _finish.ReadAsync(_ada.Id, id!.Value))!.Failure.ShouldContain("Copy both again");
    }

    private static string Redirect(string network) => $"https://recruit.example/connect/{network}/answer";

    private static Dictionary<string, string> App(string network, (string Id, string Secret) app) => network == "facebook"
        ? new() { ["app_id"] = app.Id, ["app_secret"] = app.Secret }
        : new() { ["client_id"] = app.Id, ["client_secret"] = app.Secret };

    private async Task<Guid> LogInAsync(string network, string name = "Hospital jobs", string? without = null)
    {
        var key = new ChannelKey(network);
        var app = await _network.AnnounceAsync(network, Redirect(network), name);
        var login = await _begin.RunAsync(_ada.Id, key, App(network, app));
        var asked = Uri.UnescapeDataString(login.Query);
        var all = new[] { "w_organization_social", "r_organization_social", "rw_organization_admin", "pages_show_list", "pages_manage_posts", "pages_read_engagement", "read_insights" };
        var back = await _network.ConsentAsync(login.PathAndQuery, allow: [.. all.Where(scope => asked.Contains(scope, StringComparison.Ordinal) && scope != without)]);
        return (await _finish.AnswerAsync(_ada.Id, key, back["state"], back["code"]))!.Value;
    }

    private async Task<Account> ConnectAsync(string network, string name = "Hospital jobs") => await _finish.ChooseAsync(_ada.Id, await LogInAsync(network, name), RunningSandbox.Account);

    private async Task PostsAsync(Account account) => (await _stage.Catalog[account.Channel].PublishAsync(
        new PublishRequest($"ICU nurse {Guid.NewGuid():N}", null, null, [], Targeting.Everyone, Guid.NewGuid(), _network.Clock.GetUtcNow()), _vault.Open(account)!, CancellationToken.None)).ShouldBeOfType<PublishResult.Published>();
}
