using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Notices;
using Recruit.Shell;
using Recruit.Tests.Support;

namespace Recruit.Tests.Broadcasts;

public class DormancyTests : SendingTest
{
    // Openings of these tests were opened two days before now.
    private static readonly TimeSpan UntilOld = TimeSpan.FromDays(5);

    [Fact]
    public async Task A_silent_account_warns_once_and_proposes_what_was_not_told_of_for_longest()
    {
        var told = await OpenAsync(row => row.Title = "Told");
        var never = await OpenAsync(row => row.Title = "Never told");
        await using (var db = Db.CreateDbContext())
        {
            db.AttachRange(told.Facility!, told, Account);
            db.Add(A.Post(told, Account, "code", publishedAt: A.Now, remoteId: "1"));
            await db.SaveChangesAsync();
        }

        Clock.Advance(UntilOld);
        (await FindAsync()).ShouldBeEmpty();

        Clock.Advance(TimeSpan.FromDays(2));
        var silent = (await FindAsync()).ShouldHaveSingleItem();

        silent.Proposed.Select(vacancy => vacancy.Id).ShouldBe([never.Id, told.Id]);
        silent.Words(Clock.GetUtcNow()).ShouldBe($"{Account.Handle} has told of nothing for 7 days, and openings are open. Longest not told of there: Never told; Told.");
        await The<Dormancy>().TellAsync();
        await The<Dormancy>().TellAsync();
        var notice = await Db.ReadAsync(db => db.Notices.SingleAsync());
        // It goes to everybody who hears of such accounts, whatever facility they work for.
        (notice.Kind, notice.Path).ShouldBe((NoticeKinds.Dormancy, Urls.Home));
        notice.Text.ShouldNotContain(never.Title);
        var ask = (await Db.ReadAsync(db => new DormancyAsks(The<Dormancy>(), Clock).AsksAsync(db, Hana.Id, Hana.Roles, default))).ShouldHaveSingleItem();
        (ask.Action, ask.Url).ShouldBe(("Write the next post", Urls.VacancyFor(never.Id, Account.Id)));
    }

    [Fact]
    public async Task A_new_opening_and_one_that_the_account_is_not_for_make_nobody_silent()
    {
        await OpenAsync();
        (await FindAsync()).ShouldBeEmpty();

        Clock.Advance(UntilOld);
        (await FindAsync()).ShouldHaveSingleItem().LastPostAt.ShouldBeNull();
        await ChangeAsync(account => account.Route = new AccountRoute([], ["Somewhere else"]));
        (await FindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_on_its_way_or_an_account_that_rests_is_no_silence()
    {
        await OpenAsync();
        Clock.Advance(UntilOld);
        await ScheduleAsync();
        (await FindAsync()).ShouldBeEmpty();

        await ChangeAsync(account => account.Pause("A new logo comes."));
        (await FindAsync()).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<DormantAccount>> FindAsync() => Db.ReadAsync(db => The<Dormancy>().FindAsync(db, new Recruit.Staff.StaffScope([]), default));

    private async Task ChangeAsync(Action<Account> change)
    {
        await using var db = Db.CreateDbContext();
        change(await db.Accounts.SingleAsync());
        await db.SaveChangesAsync();
    }
}
