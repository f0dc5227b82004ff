using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Accounts;

/// <summary>What a renewal brought is the only copy in the world: the database has to take it.</summary>
public sealed class RenewTokensTests : IDisposable
{
    private readonly TestDb _db = new();
    private readonly FaultyDb _faulty;
    private readonly TokenVault _vault = new(new EphemeralDataProtectionProvider());
    private readonly RenewingNetwork _network = new();
    private readonly HurriedClock _clock = new(new FakeTimeProvider(A.Now));
    private readonly RenewTokens _renew;

    public RenewTokensTests()
    {
        _faulty = new FaultyDb(_db);
        _renew = new RenewTokens(_faulty, new ChannelCatalog([_network]), _vault, _clock, NullLogger<RenewTokens>.Instance);
    }

    public void Dispose() => _db.Dispose();

    [Fact]
    public async Task A_new_pair_outlives_a_database_that_is_away()
    {
        var account = await SaveAsync("one");
        _network.Asked = () => _faulty.Away = 5;

        await _renew.RunAsync(CancellationToken.None);

        Token(await ReadAsync(account)).ShouldBe("next-1");
        _network.Calls.ShouldBe(1);
        var entry = await _db.ReadAsync(db => db.AuditEntries.SingleAsync());
        (entry.Act, entry.SubjectId, entry.ActorName).ShouldBe((Acts.TokenRenewed, account.Id, Actor.Clock.Name));
    }

    [Fact]
    public async Task What_was_stored_without_our_hearing_of_it_counts_once()
    {
        var account = await SaveAsync("one");
        _network.Answer = _ => new RenewResult.Refused("No.");
        _faulty.Unheard = 1;

        await _renew.RunAsync(CancellationToken.None);

        (await ReadAsync(account)).RenewalsRefused.ShouldBe(1);
    }

    [Fact]
    public async Task One_account_that_goes_wrong_does_not_hold_up_the_others()
    {
        var first = await SaveAsync("one");
        var second = await SaveAsync("two", A.Now.AddMinutes(-1));
        _network.Answer = account => account.RemoteId == "one" ? throw new InvalidOperationException("A mistake of ours.") : RenewingNetwork.Next(7);

        await _renew.RunAsync(CancellationToken.None);

        Token(await ReadAsync(first)).ShouldBe("old");
        Token(await ReadAsync(second)).ShouldBe("next-7");
    }

    [Fact]
    public async Task A_renewal_that_came_to_its_end_is_told_as_that_and_the_account_goes_on()
    {
        var account = await SaveAsync("one");
        _network.Answer = _ => new RenewResult.Refused("No.");

        await _renew.RunAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(3));
        await _renew.RunAsync(CancellationToken.None);

        (await ReadAsync(account)).State.ShouldBe(AccountState.Active);
        (await _db.ReadAsync(db => db.AuditEntries.SingleAsync())).Act.ShouldBe(Acts.RenewalEnded);
    }

    private async Task<Account> SaveAsync(string remoteId, DateTimeOffset? renewAt = null)
    {
        var account = new Account { Channel = _network.Key, Handle = $"@{remoteId}", RemoteId = remoteId };
        _vault.Seal(account, new Dictionary<string, string> { ["access_token"] = "old" });
        account.Connect(new TokenLife(A.Now.AddMinutes(10), renewAt ?? A.Now.AddMinutes(-2)));
        return await _db.SaveAsync(account);
    }

    private Task<Account> ReadAsync(Account account) => _db.ReadAsync(db => db.Accounts.SingleAsync(row => row.Id == account.Id));

    private string Token(Account account) => _vault.Open(account)!.Secrets["access_token"];

    private sealed class FaultyDb(TestDb db) : IDbContextFactory<RecruitDb>
    {
        /// <summary>So often the database does not answer.</summary>
        public int Away { get; set; }

        /// <summary>So often it saves, and the word of it is lost.</summary>
        public int Unheard { get; set; }

        public RecruitDb CreateDbContext()
        {
            if (Away-- > 0)
                throw new SqliteException("away", 14);

            var made = db.CreateDbContext();
            made.SavedChanges += (_, _) =>
            {
                if (Unheard-- > 0)
                    throw new SqliteException("the connection broke", 10);
            };
            return made;
        }
    }

    /// <summary>Shows the time it is given, and waits for nothing.</summary>
    private sealed class HurriedClock(FakeTimeProvider shown) : TimeProvider
    {
        public void Advance(TimeSpan span) => shown.Advance(span);

        public override DateTimeOffset GetUtcNow() => shown.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private sealed class RenewingNetwork : IChannel, IConnectsAccounts
    {
        public int Calls { get; private set; }

        public Action Asked { get; set; } = () => { };

        public Func<AccountAccess, RenewResult>? Answer { get; set; }

        public ChannelKey Key => new("x");

        public string Name => "X";

        public PostLimits Limits { get; } = new(280, text => text.Length, "characters", LinkStandsInText: true);

        public IReadOnlyList<SecretSpec> Secrets { get; } = [new("access_token", "Access token", Required: true)];

        public IReadOnlyList<ConnectStep> Steps { get; } = [];

        public IReadOnlyList<SecretSpec> AppSecrets { get; } = [];

        public static RenewResult.Renewed Next(int number) => new(new Dictionary<string, string> { ["access_token"] = $"next-{number}" }, new TokenLife(A.Now.AddHours(2), A.Now.AddHours(1)));

        public Task<RenewResult> RenewAsync(AccountAccess account, CancellationToken ct)
        {
            Calls++;
            Asked();
            return Task.FromResult(Answer?.Invoke(account) ?? Next(Calls));
        }

        public bool CanRenew(IReadOnlyDictionary<string, string> secrets) => true;

        public Uri LoginUrl(LoginRequest request) => throw new NotSupportedException();

        public Task<LoginResult> FinishLoginAsync(LoginAnswer answer, CancellationToken ct) => throw new NotSupportedException();

        public Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

        public Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

        public Uri TimelineUrl(AccountAccess account) => new("https://x.example/");
    }
}
