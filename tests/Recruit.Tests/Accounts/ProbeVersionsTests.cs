using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Notices;
using Recruit.Tests.Channels;
using Recruit.Tests.Sandbox;
using Recruit.Tests.Support;

namespace Recruit.Tests.Accounts;

/// <summary>The daily question to a practice network whose versions the trainer lets die.</summary>
public sealed class ProbeVersionsTests : SendingTest, IAsyncLifetime, IDisposable
{
    private ChannelStage _stage = null!;
    private RunningSandbox _practice = null!;

    public ProbeVersionsTests() : base(account: PageOf("5515715", "Lakeside Careers"))
    {
    }

    protected override string Token => "practice-5515715";

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        _practice = await RunningSandbox.StartAsync();
        _stage = new ChannelStage(null, Clock, ("Channels:LinkedIn:BaseUrl", _practice.Http.BaseAddress!.AbsoluteUri), ("Channels:LinkedIn:Version", "202609"));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _practice.DisposeAsync();
        await DisposeAsync();
    }

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task A_version_that_is_taken_costs_one_read_and_changes_nothing()
    {
        await ProbeAsync();

        (await AccountAsync()).State.ShouldBe(AccountState.Active);
        (await NoticesAsync()).ShouldBeEmpty();
        (await _practice.GetAsync("/_sandbox/calls")).Json!.AsArray().Select(call => (int)call!["status"]!).ShouldBe([200]);
    }

    [Fact]
    public async Task A_dead_version_stops_every_account_of_the_network_and_says_what_to_set()
    {
        var second = PageOf("77", "Hillside Careers");
        var paused = PageOf("78", "Riverside Careers");
        paused.Pause("Later.");
        await SaveAsync(second, paused);
        (await _practice.FormAsync("/_sandbox/versions/linkedin", ("retire", "202609"))).Status.ShouldBe(302);

        await ProbeAsync();
        await ProbeAsync();

        var accounts = await Db.ReadAsync(db => db.Accounts.AsNoTracking().ToDictionaryAsync(account => account.Id));
        foreach (var id in new[] { Account.Id, second.Id })
        {
            accounts[id].State.ShouldBe(AccountState.Stopped);
            accounts[id].StateReason.ShouldContain("switched off version 202609");
            accounts[id].StateReason.ShouldContain($"Set Channels:LinkedIn:Version to one that it takes, such as {ApiVersion.SuggestedMonth(A.Now)}");
        }

        accounts[paused.Id].State.ShouldBe(AccountState.Paused);
        (await NoticesAsync()).Count(notice => notice.Title == "LinkedIn has switched off version 202609 of its interface").ShouldBe(1);
        (await Db.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == Acts.AccountStopped))).ShouldBe(2);
    }

    [Fact]
    public async Task An_account_that_is_turned_away_says_nothing_of_the_version()
    {
        var second = PageOf("77", "Hillside Careers");
        The<TokenVault>().Seal(second, new Dictionary<string, string> { ["access_token"] = "practice-77" });
        await SaveAsync(second);
        await _practice.TroubleAsync("linkedin", "unauthorized", times: 1, on: "read");

        await ProbeAsync();

        (await Db.ReadAsync(db => db.Accounts.AllAsync(account => account.State == AccountState.Active))).ShouldBeTrue();
        (await _practice.GetAsync("/_sandbox/calls")).Json!.AsArray().Select(call => (int)call!["status"]!).ShouldBe([401, 200]);
    }

    [Fact]
    public async Task Its_known_end_is_told_at_each_threshold_once()
    {
        var end = new DateTimeOffset(2027, 9, 1, 15, 40, 0, TimeSpan.Zero);
        for (var day = -62; day <= 2; day++)
        {
            Clock.SetUtcNow(end.AddDays(day));
            await ProbeAsync();
        }

        var told = (await NoticesAsync()).Where(notice => notice.Key.StartsWith("version:", StringComparison.Ordinal)).OrderBy(notice => notice.At).ToList();
        told.Select(notice => (notice.At - end).TotalDays).ShouldBe([-60, -30, -14, -7, -1, 0]);
        told[0].Title.ShouldBe("LinkedIn may refuse Recruit's posts in 60 days or less");
        told[0].Text.ShouldContain("Set Channels:LinkedIn:Version to a newer version");
        told[^1].Title.ShouldBe("LinkedIn may refuse Recruit's posts any day");
        told.ShouldAllBe(notice => notice.Kind == NoticeKinds.NeedsYou);
    }

    private static Account PageOf(string remoteId, string handle) => new() { Channel = new ChannelKey("linkedin"), Handle = handle, RemoteId = remoteId };

    private Task ProbeAsync() => new ProbeVersions(Db, _stage.Services.GetRequiredService<ChannelCatalog>(), The<TokenVault>(), The<AccountHealth>(), Clock).RunAsync();

    private Task<Account> AccountAsync() => Db.ReadAsync(db => db.Accounts.AsNoTracking().SingleAsync());

    private Task<List<Notice>> NoticesAsync() => Db.ReadAsync(db => db.Notices.AsNoTracking().ToListAsync());
}
