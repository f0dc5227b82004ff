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
using Recruit.Tests.Support;

namespace Recruit.Tests.Accounts;

/// <summary>Bluesky and Mastodon are connected with keys that a person makes there: against the practice networks.</summary>
public sealed class ConnectKeysTests : IAsyncDisposable, IAsyncLifetime
{
    private readonly TestDb _db = new();
    private readonly StaffMember _ada = StaffMember.Create("ada@hospital.example", "Ada", StaffRoles.Administrator);
    private readonly TokenVault _vault = new(new EphemeralDataProtectionProvider());
    private RunningSandbox _network = null!;
    private ChannelStage _stage = null!;
    private AddAccount _add = null!;
    private FinishConnect _finish = null!;

    public async Task InitializeAsync()
    {
        _network = await RunningSandbox.StartAsync();
        var address = _network.Http.BaseAddress!.AbsoluteUri;
        _stage = new ChannelStage(clock: _network.Clock, settings: [("Channels:Mastodon:BaseUrl", address), ("Channels:Bluesky:BaseUrl", address)]);
        _add = new AddAccount(_db, _stage.Catalog, _vault, _network.Clock);
        var begin = new BeginConnect(_db, _stage.Catalog, _vault, Options.Create(new SiteOptions { BaseUrl = "https://recruit.example" }), _network.Clock);
        _finish = new FinishConnect(_db, _stage.Catalog, _vault, begin, _add, _network.Clock);
        await _db.SaveAsync(_ada);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        _stage.Dispose();
        await _network.DisposeAsync();
        _db.Dispose();
    }

    [Fact]
    public async Task A_token_of_a_Mastodon_server_leads_to_an_account_that_reads_and_posts()
    {
        var account = await ConnectAsync("mastodon", ("server", "@jobs@mastodon.example"), ("access_token", await KeyAsync("mastodon")));

        (account.Handle, account.RemoteId, account.Server).ShouldBe(("@practice_515715@mastodon.example", RunningSandbox.Account, "https://mastodon.example"));
        account.RenewAt.ShouldBeNull();
        (await new TestAccount(_db, _stage.Catalog, _vault, _network.Clock).RunAsync(_ada.Id, account.Id)).Works.ShouldBeTrue();
        await PostsAsync(account);
    }

    [Fact]
    public async Task An_app_password_leads_to_an_account_whose_session_is_renewed()
    {
        var account = await ConnectAsync("bluesky", ("handle", "practice-515715.bsky.example"), ("app_password", await KeyAsync("bluesky")));

        (account.Handle, account.RemoteId, account.Server).ShouldBe(("@practice-515715.bsky.example", "did:plc:" + RunningSandbox.Account, ""));
        await PostsAsync(account);
        _network.Clock.Advance(TimeSpan.FromMinutes(95));
        await new RenewTokens(_db, _stage.Catalog, _vault, _network.Clock, NullLogger<RenewTokens>.Instance).RunAsync(CancellationToken.None);
        _network.Clock.Advance(TimeSpan.FromHours(1));
        await PostsAsync(await _db.ReadAsync(db => db.Accounts.SingleAsync()));
        foreach (var secret in _vault.Open(account)!.Secrets.Values)
            _stage.Logs.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_was_taken_back_is_refused_with_what_to_do()
    {
        var choice = await TryAsync("mastodon", ("server", "mastodon.example"), ("access_token", "no-such-token"));

        choice.Failure.ShouldContain("does not know this token");
        choice.Found.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_missing_is_named_and_nothing_is_asked()
    {
        (await Should.ThrowAsync<NotAllowedException>(() => TryAsync("bluesky", ("handle", "a.example")))).Message.ShouldContain("App password");
        (await Should.ThrowAsync<NotAllowedException>(() => TryAsync("x"))).Message.ShouldContain("Log in there");
    }

    [Fact]
    public async Task Who_does_not_run_accounts_may_not()
    {
        var hr = await _db.SaveAsync(StaffMember.Create("hana@hospital.example", "Hana", StaffRoles.Hr));

        await Should.ThrowAsync<NotAllowedException>(() => _finish.TryKeysAsync(hr.Id, new ChannelKey("bluesky"), new Dictionary<string, string>()));
    }

    [Theory]
    [InlineData("mastodon", "access_token", "", "many servers")]
    [InlineData("mastodon", "access_token", "http://mastodon.example", "https address")]
    [InlineData("mastodon", "access_token", "mastodon.example", "https address")]
    [InlineData("x", "access_token", "https://x.example", "one server only")]
    public async Task A_server_is_asked_for_where_there_are_many(string network, string secret, string server, string words)
        => (await Should.ThrowAsync<NotAllowedException>(() => _add.RunAsOperatorAsync(new NewAccount(network, "@a", "1", server, new Dictionary<string, string> { [secret] = "t" })))).Message.ShouldContain(words);

    [Fact]
    public async Task The_same_number_on_two_servers_is_two_accounts_and_one_server_has_one_spelling()
    {
        foreach (var server in new[] { "https://one.example", "https://two.example/", "https://One.example/" })
            await _add.RunAsOperatorAsync(new NewAccount("mastodon", "@a", "1", server, new Dictionary<string, string> { ["access_token"] = "t" }));

        (await _db.ReadAsync(db => db.Accounts.Select(row => row.Server).OrderBy(server => server).ToListAsync())).ShouldBe(["https://one.example", "https://two.example"]);
    }

    private async Task<string> KeyAsync(string network)
    {
        var answer = await _network.SendAsync(HttpMethod.Post, $"/{network}/developer/keys", new FormUrlEncodedContent([KeyValuePair.Create("account", RunningSandbox.Account)]), ("Accept", "application/json"));
        return System.Text.Json.JsonDocument.Parse(answer.Text).RootElement.GetProperty("key").GetString()!;
    }

    private async Task<ConnectChoice> TryAsync(string network, params (string Name, string Value)[] given)
        => (await _finish.ReadAsync(_ada.Id, await _finish.TryKeysAsync(_ada.Id, new ChannelKey(network), given.ToDictionary(one => one.Name, one => one.Value))))!;

    private async Task<Account> ConnectAsync(string network, params (string Name, string Value)[] given)
    {
        var choice = await TryAsync(network, given);
        choice.Failure.ShouldBeEmpty();
        choice.IsBlocked.ShouldBeFalse();
        choice.Checks.ShouldAllBe(check => check.Severity == CheckSeverity.Fine);
        return await _finish.ChooseAsync(_ada.Id, choice.Id, choice.Found.Single().RemoteId);
    }

    private async Task PostsAsync(Account account)
        => (await _stage.Catalog[account.Channel].PublishAsync(new PublishRequest("ICU nurse", "https://jobs.example.org/go/a9f3k2", null, [], Targeting.Everyone, Guid.CreateVersion7(), _network.Clock.GetUtcNow()),
            _vault.Open(account)!, CancellationToken.None)).ShouldBeOfType<PublishResult.Published>();
}
