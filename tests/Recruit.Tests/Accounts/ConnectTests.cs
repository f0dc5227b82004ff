using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Channels;
using Recruit.Tests.Sandbox;
using Recruit.Tests.Sandbox.OAuth;
using Recruit.Tests.Support;

namespace Recruit.Tests.Accounts;

/// <summary>From the button to a working account and through the renewals of its token, against the practice network.</summary>
public sealed class ConnectTests : IAsyncDisposable, IAsyncLifetime
{
    private static readonly ChannelKey X = new("x");

    private readonly TestDb _db = new();
    private readonly StaffMember _ada = StaffMember.Create("ada@hospital.example", "Ada", StaffRoles.Administrator);
    private readonly TokenVault _vault = new(new EphemeralDataProtectionProvider());
    private RunningSandbox _network = null!;
    private ChannelStage _stage = null!;
    private BeginConnect _begin = null!;
    private FinishConnect _finish = null!;
    private RenewTokens _renew = null!;
    private AccountHealth _health = null!;
    private (string Id, string Secret) _app;

    public async Task InitializeAsync()
    {
        _network = await RunningSandbox.StartAsync();
        _stage = new ChannelStage(clock: _network.Clock, settings: [
            ("Channels:X:BaseUrl", _network.Http.BaseAddress!.AbsoluteUri), ("Channels:LinkedIn:BaseUrl", _network.Http.BaseAddress!.AbsoluteUri), ("Channels:Facebook:BaseUrl", _network.Http.BaseAddress!.AbsoluteUri)]);
        _begin = new BeginConnect(_db, _stage.Catalog, _vault, Options.Create(new SiteOptions { BaseUrl = "https://recruit.example" }), _network.Clock);
        _finish = new FinishConnect(_db, _stage.Catalog, _vault, _begin, new AddAccount(_db, _stage.Catalog, _vault, _network.Clock), _network.Clock);
        _renew = new RenewTokens(_db, _stage.Catalog, _vault, _network.Clock, NullLogger<RenewTokens>.Instance);
        _health = new AccountHealth(_db, _network.Clock);
        _app = await _network.AnnounceAsync("x");
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
    public async Task A_login_leads_to_an_account_that_can_be_tried_without_posting()
    {
        var account = await ConnectAsync();

        account.Handle.ShouldStartWith("@");
        account.RemoteId.ShouldBe(RunningSandbox.Account);
        account.TokenEndsAt.ShouldBe(_network.Clock.GetUtcNow().AddHours(2));
        var test = await new TestAccount(_db, _stage.Catalog, _vault, _network.Clock).RunAsync(_ada.Id, account.Id);
        test.Works.ShouldBeTrue(test.Text);
        test.Text.ShouldContain("Nothing was posted");
        (await _network.PostsAsync()).ShouldBeEmpty();
        (await _db.ReadAsync(db => db.ConnectAttempts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task No_secret_of_a_login_stands_readable_in_database_or_log()
    {
        await LogInAsync();

        var attempt = await _db.ReadAsync(db => db.ConnectAttempts.SingleAsync());
        attempt.Sealed.ShouldNotContain(_app.Secret);
        var tokens = _vault.Open(attempt)!.Found!.Single().Secrets.Values.Append(_app.Secret).ToList();
        tokens.Count.ShouldBe(5);
        foreach (var token in tokens)
            _stage.Logs.Lines.ShouldNotContain(line => line.Contains(token, StringComparison.Ordinal));
        (await _finish.ReadAsync(_ada.Id, attempt.Id))!.Found.ShouldAllBe(found => found.Secrets.Count == 0);
    }

    [Fact]
    public async Task What_the_token_lacks_is_told_and_what_posting_needs_blocks()
    {
        var id = await LogInAsync(allow: ["tweet.read", "users.read", "offline.access"]);

        var choice = (await _finish.ReadAsync(_ada.Id, id))!;

        choice.IsBlocked.ShouldBeTrue();
        choice.Checks.Single(check => check.Severity == CheckSeverity.Blocks).Text.ShouldContain("tweet.write");
        choice.Checks.Single(check => check.Severity == CheckSeverity.Lacks).Text.ShouldContain("media.write");
    }

    [Fact]
    public async Task Whoever_cancels_reads_so_and_begins_again()
    {
        var login = await _begin.RunAsync(_ada.Id, X, App());
        var back = await _network.ConsentAsync(login.PathAndQuery, refuse: true);

        var id = (await _finish.AnswerAsync(_ada.Id, X, back["state"], null))!.Value;

        (await _finish.ReadAsync(_ada.Id, id))!.Failure.ShouldContain("cancelled");
    }

    [Fact]
    public async Task An_answer_counts_once_and_for_the_person_who_began()
    {
        var other = StaffMember.Create("eve@hospital.example", "Eve", StaffRoles.Administrator);
        await _db.SaveAsync(other);
        var login = await _begin.RunAsync(_ada.Id, X, App());
        var back = await _network.ConsentAsync(login.PathAndQuery);

        (await _finish.AnswerAsync(other.Id, X, back["state"], back["code"])).ShouldBeNull();
        (await _finish.AnswerAsync(_ada.Id, X, "invented", back["code"])).ShouldBeNull();
        var id = await _finish.AnswerAsync(_ada.Id, X, back["state"], back["code"]);
        (await _finish.AnswerAsync(_ada.Id, X, back["state"], back["code"])).ShouldBeNull();
        (await _finish.ReadAsync(other.Id, id!.Value)).ShouldBeNull();
    }

    [Fact]
    public async Task A_login_is_over_after_a_quarter_of_an_hour()
    {
        var id = await LogInAsync();
        _network.Clock.Advance(TimeSpan.FromMinutes(16));

        (await _finish.ReadAsync(_ada.Id, id))!.Failure.ShouldContain("over");
        await Should.ThrowAsync<NotAllowedException>(() => _finish.ChooseAsync(_ada.Id, id, RunningSandbox.Account));
        await _begin.RunAsync(_ada.Id, X, App());
        (await _db.ReadAsync(db => db.ConnectAttempts.CountAsync())).ShouldBe(1);
        (await _db.ReadAsync(db => db.AuditEntries.Select(entry => entry.Act).ToListAsync())).ShouldBe([Acts.LoginBegun, Acts.LoginBegun]);
    }

    [Fact]
    public async Task Only_who_runs_accounts_may_begin()
    {
        var hana = StaffMember.Create("hana@hospital.example", "Hana", StaffRoles.Hr);
        await _db.SaveAsync(hana);

        await Should.ThrowAsync<NotAllowedException>(() => _begin.RunAsync(hana.Id, X, App()));
        (await _db.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Act == Acts.LoginBegun))).ShouldBeFalse();
        (await Should.ThrowAsync<NotAllowedException>(() => _begin.RunAsync(_ada.Id, X, new Dictionary<string, string>()))).Message.ShouldContain("client id");
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends_and_the_new_pair_is_kept()
    {
        var account = await ConnectAsync();
        var before = Secrets(account);
        await _renew.RunAsync(CancellationToken.None);
        Secrets(await ReadAsync()).ShouldBe(before);

        _network.Clock.Advance(TimeSpan.FromMinutes(91));
        await _renew.RunAsync(CancellationToken.None);

        var after = await ReadAsync();
        after.TokenEndsAt.ShouldBe(_network.Clock.GetUtcNow().AddHours(2));
        Secrets(after)["refresh_token"].ShouldNotBe(before["refresh_token"]);
        Secrets(after)["client_secret"].ShouldBe(_app.Secret);
        await PostsAsync(after);
    }

    [Fact]
    public async Task Two_nodes_at_once_use_a_refresh_token_once()
    {
        await ConnectAsync();
        _network.Clock.Advance(TimeSpan.FromMinutes(91));
        var other = new RenewTokens(_db, _stage.Catalog, _vault, _network.Clock, NullLogger<RenewTokens>.Instance);

        await Task.WhenAll(_renew.RunAsync(CancellationToken.None), other.RunAsync(CancellationToken.None));

        // A second use would have revoked all of it.
        await PostsAsync(await ReadAsync());
    }

    [Fact]
    public async Task A_renewal_that_fails_leaves_the_account_working_and_is_tried_again()
    {
        await ConnectAsync();
        _network.Clock.Advance(TimeSpan.FromMinutes(91));
        await _network.TroubleAsync("x", "error-before", times: 1, on: "renew");

        await _renew.RunAsync(CancellationToken.None);
        var account = await ReadAsync();
        account.State.ShouldBe(AccountState.Active);
        await PostsAsync(account);

        _network.Clock.Advance(TimeSpan.FromMinutes(2));
        await _renew.RunAsync(CancellationToken.None);
        (await ReadAsync()).TokenEndsAt.ShouldBe(_network.Clock.GetUtcNow().AddHours(2));
    }

    [Fact]
    public async Task A_renewal_that_is_refused_twice_warns_and_the_account_works_until_its_token_ends()
    {
        await ConnectAsync();
        _network.Clock.Advance(TimeSpan.FromMinutes(91));
        await _network.TroubleAsync("x", "unauthorized", on: "renew");

        await _renew.RunAsync(CancellationToken.None);
        (await ReadAsync()).RenewalTrouble.ShouldBeEmpty();
        _network.Clock.Advance(TimeSpan.FromMinutes(3));
        await _renew.RunAsync(CancellationToken.None);

        var account = await ReadAsync();
        account.State.ShouldBe(AccountState.Active);
        account.RenewalTrouble.ShouldContain("Connect the account again");
        account.RenewAt.ShouldBeNull();
        await PostsAsync(account);

        _network.Clock.Advance(TimeSpan.FromMinutes(30));
        await _health.NoteAsync(account, await PublishAsync(account), CancellationToken.None);
        (await ReadAsync()).State.ShouldBe(AccountState.SignedOut);
    }

    [Fact]
    public async Task A_token_that_ended_while_nothing_ran_is_renewed_instead_of_signing_the_account_out()
    {
        var account = await ConnectAsync();
        _network.Clock.Advance(TimeSpan.FromHours(30));

        await _health.NoteAsync(account, await PublishAsync(account), CancellationToken.None);
        var waiting = await ReadAsync();
        waiting.State.ShouldBe(AccountState.Active);
        waiting.TakesCalls(_network.Clock.GetUtcNow()).ShouldBeFalse();

        await _renew.RunAsync(CancellationToken.None);
        var renewed = await ReadAsync();
        renewed.TakesCalls(_network.Clock.GetUtcNow()).ShouldBeTrue();
        await PostsAsync(renewed);
    }

    [Fact]
    public async Task An_outage_of_the_renewal_signs_no_account_out()
    {
        var account = await ConnectAsync();
        _network.Clock.Advance(TimeSpan.FromHours(30));
        await _network.TroubleAsync("x", "error-before", times: 8, on: "renew");

        for (var minute = 0; minute < 8; minute++)
        {
            await _health.NoteAsync(account, await PublishAsync(account), CancellationToken.None);
            await _renew.RunAsync(CancellationToken.None);
            (await ReadAsync()).State.ShouldBe(AccountState.Active);
            _network.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        await _renew.RunAsync(CancellationToken.None);
        var renewed = await ReadAsync();
        renewed.TakesCalls(_network.Clock.GetUtcNow()).ShouldBeTrue();
        await PostsAsync(renewed);
    }

    [Fact]
    public async Task An_account_that_stays_turned_away_is_signed_out_in_the_end()
    {
        var account = await ConnectAsync();
        for (var time = 0; time < 3; time++)
        {
            await _health.SignOutAsync(account.Id, "No.", CancellationToken.None);
            (await ReadAsync()).State.ShouldBe(AccountState.Active);
            await _renew.RunAsync(CancellationToken.None);
            // A call of before the renewal would have had its answer by then.
            _network.Clock.Advance(TimeSpan.FromMinutes(6));
        }

        await _health.SignOutAsync(account.Id, "No.", CancellationToken.None);
        (await ReadAsync()).State.ShouldBe(AccountState.SignedOut);
    }

    private Dictionary<string, string> App() => new() { ["client_id"] = _app.Id, ["client_secret"] = _app.Secret };

    private async Task<Guid> LogInAsync(IReadOnlyCollection<string>? allow = null)
    {
        var login = await _begin.RunAsync(_ada.Id, X, App());
        var back = await _network.ConsentAsync(login.PathAndQuery, allow: allow);
        return (await _finish.AnswerAsync(_ada.Id, X, back["state"], back["code"]))!.Value;
    }

    private async Task<Account> ConnectAsync() => await _finish.ChooseAsync(_ada.Id, await LogInAsync(), RunningSandbox.Account);

    private Task<Account> ReadAsync() => _db.ReadAsync(db => db.Accounts.SingleAsync());

    private IReadOnlyDictionary<string, string> Secrets(Account account) => _vault.Open(account)!.Secrets;

    private async Task PostsAsync(Account account) => (await PublishAsync(account)).ShouldBeOfType<PublishResult.Published>();

    private Task<PublishResult> PublishAsync(Account account) => _stage.Catalog[X].PublishAsync(
        new PublishRequest($"ICU nurse {Guid.NewGuid():N}", null, null, [], Targeting.Everyone, Guid.NewGuid(), _network.Clock.GetUtcNow()), _vault.Open(account)!, CancellationToken.None);
}
