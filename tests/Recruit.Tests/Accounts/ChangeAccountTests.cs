using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Accounts;

/// <summary>A person changes an account at the moment when its lane writes to it: both changes stand.</summary>
public sealed class ChangeAccountTests : IDisposable
{
    private readonly TestDb _db = new();
    private readonly FakeTimeProvider _clock = new(A.Now);
    private readonly StaffMember _ada = StaffMember.Create("ada@hospital.example", "Ada", StaffRoles.Administrator | StaffRoles.Recruiter);
    private readonly InterruptedDb _interrupted;

    public ChangeAccountTests() => _interrupted = new InterruptedDb(_db);

    public void Dispose() => _db.Dispose();

    [Fact]
    public async Task A_pause_holds_whatever_the_lane_wrote_meanwhile()
    {
        var account = await _db.SaveAsync(A.Account(), _ada);

        await new ChangeAccount(_interrupted, _clock).PauseAsync(_ada.Id, account.Id, "The page is being mended.");

        var stored = await ReadAsync();
        (stored.State, stored.WaitUntil).ShouldBe((AccountState.Paused, A.Now.AddMinutes(15)));
        (await _db.ReadAsync(db => db.AuditEntries.SingleAsync())).Act.ShouldBe(Acts.AccountPaused);
    }

    [Fact]
    public async Task An_order_for_a_digest_holds_too()
    {
        var facility = A.Facility();
        var account = await _db.SaveAsync(A.Account(), _ada, facility);
        var order = new DigestOrder(facility.Id, "", DayOfWeek.Monday, new TimeOnly(9, 0));

        await new ChangeAccount(_interrupted, _clock).SetDigestAsync(_ada.Id, account.Id, order);

        var stored = await ReadAsync();
        (stored.Digest, stored.WaitUntil).ShouldBe((order, A.Now.AddMinutes(15)));
    }

    [Fact]
    public async Task Owner_deputy_and_what_it_is_for_hold_too()
    {
        var ruth = StaffMember.Create("ruth@hospital.example", "Ruth", StaffRoles.Recruiter);
        var account = await _db.SaveAsync(A.Account(), _ada, ruth);
        var change = new ChangeAccount(_interrupted, _clock);

        (await change.SetCareAsync(_ada.Id, account.Id, ruth.Id, _ada.Id, new AccountRoute([], [" ICU ", "icu", ""]))).ShouldBeNull();

        var stored = await ReadAsync();
        (stored.OwnerId, stored.DeputyId, stored.WaitUntil).ShouldBe((ruth.Id, _ada.Id, A.Now.AddMinutes(15)));
        stored.Route.Departments.ShouldBe(["ICU"]);
        (await change.SetCareAsync(_ada.Id, account.Id, ruth.Id, ruth.Id, AccountRoute.Everything)).ShouldNotBeNull().ShouldContain("choose somebody else");
        (await change.SetCareAsync(_ada.Id, account.Id, Guid.NewGuid(), null, AccountRoute.Everything)).ShouldBe("This person's access has ended. Choose somebody else.");
        (await ReadAsync()).OwnerId.ShouldBe(ruth.Id);
    }

    [Fact]
    public async Task New_secrets_are_kept_whatever_the_lane_wrote_meanwhile()
    {
        var vault = new TokenVault(new EphemeralDataProtectionProvider());
        var channel = new FakeChannel(_clock);
        var account = await _db.SaveAsync(A.Account(), _ada);

        await new AddAccount(_interrupted, new ChannelCatalog([channel]), vault, _clock)
            .RunAsync(_ada.Id, new NewAccount(account.Channel.Value, "@new", account.RemoteId, account.Server, channel.Secrets.ToDictionary(spec => spec.Name, _ => "new")));

        var stored = await ReadAsync();
        (stored.Id, stored.Handle).ShouldBe((account.Id, "@new"));
        vault.Open(stored)!.Secrets.Values.ShouldAllBe(secret => secret == "new");
    }

    private Task<Account> ReadAsync() => _db.ReadAsync(db => db.Accounts.SingleAsync());

    /// <summary>The first time that somebody saves, a lane is a moment faster.</summary>
    private sealed class InterruptedDb(TestDb db) : IDbContextFactory<RecruitDb>
    {
        private bool _isOver;

        public RecruitDb CreateDbContext()
        {
            var made = db.CreateDbContext();
            made.SavingChanges += (_, _) => Interrupt();
            return made;
        }

        private void Interrupt()
        {
            if (_isOver)
                return;
            _isOver = true;
            using var lane = db.CreateDbContext();
            lane.Accounts.Single().Throttle(A.Now.AddMinutes(15));
            lane.SaveChanges();
        }
    }
}
