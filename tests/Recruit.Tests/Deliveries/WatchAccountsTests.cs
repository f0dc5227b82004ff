using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Notices;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public class WatchAccountsTests : SendingTest
{
    [Fact]
    public async Task A_token_that_ends_is_told_at_each_threshold_once()
    {
        await ConnectAsync(new TokenLife(A.Now.AddDays(40), null));
        foreach (var day in Enumerable.Range(0, 42))
        {
            Clock.SetUtcNow(A.Now.AddDays(day));
            await The<WatchAccounts>().RunAsync();
            await The<WatchAccounts>().RunAsync();
        }

        var told = await ToldAsync(NoticeKinds.Token);
        told.Select(notice => (notice.At - A.Now).TotalDays).ShouldBe([10, 26, 33, 39]);
        told[^1].Title.ShouldBe($"{Account.Handle} will be signed out in a day or less");
    }

    [Fact]
    public async Task One_that_renews_itself_needs_nobody()
    {
        await ConnectAsync(new TokenLife(A.Now.AddDays(2), A.Now.AddDays(1)));

        await The<WatchAccounts>().RunAsync();

        (await ToldAsync(NoticeKinds.Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cap_that_comes_near_is_told_once_a_month()
    {
        Network.Price = _ => 0.8m;
        (await The<ChangeBudget>().RunAsync(Ruth.Id, Account.Id, 1m)).ShouldBeNull();
        await ScheduleAsync();
        await RunLaneAsync();

        await The<WatchAccounts>().RunAsync();
        await The<WatchAccounts>().RunAsync();

        (await ToldAsync(NoticeKinds.NeedsYou)).ShouldHaveSingleItem().Text.ShouldStartWith("It has spent $0.80 of $1.00.");
    }

    [Fact]
    public async Task What_becomes_of_a_post_is_told_with_its_label_and_never_with_its_words()
    {
        const string Words = "We hire an ICU nurse in Duluth.";
        Network.Plan(new PublishResult.Rejected($"Not this: {Words}"), new PublishResult.SignedOut("Log in again."));
        await ScheduleAsync();
        await RunLaneAsync();
        await ScheduleAsync();
        await RunLaneAsync();

        var told = await Db.ReadAsync(db => db.Notices.OrderBy(notice => notice.At).ThenBy(notice => notice.Id).ToListAsync());
        told.Select(notice => notice.Kind).ShouldBe([NoticeKinds.Failure, NoticeKinds.Token]);
        told[0].Title.ShouldBe("The network refused it: ICU nurse: announcement");
        told.ShouldAllBe(notice => !notice.Text.Contains("Duluth", StringComparison.Ordinal) && !notice.Title.Contains("Duluth", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_post_that_is_live_is_told_only_when_somebody_wants_to_hear_it()
    {
        await ScheduleAsync();
        await RunLaneAsync();
        (await ToldAsync(NoticeKinds.Success)).ShouldBeEmpty();

        await SaveAsync(new Webhook { Url = "https://hospital.example", Kinds = NoticeKinds.Success, SealedSecret = "x", CreatedAt = A.Now });
        Clock.Advance(TimeSpan.FromSeconds(10));
        var heard = await ScheduleAsync("Another opening.");
        await RunLaneAsync();

        (await ToldAsync(NoticeKinds.Success)).ShouldHaveSingleItem().AboutId.ShouldBe(heard.Id);
    }

    private async Task ConnectAsync(TokenLife life)
    {
        await using var db = Db.CreateDbContext();
        (await db.Accounts.SingleAsync()).Connect(life);
        await db.SaveChangesAsync();
    }

    private Task<List<Notice>> ToldAsync(NoticeKinds kind) => Db.ReadAsync(db => db.Notices.Where(notice => notice.Kind == kind).OrderBy(notice => notice.At).ToListAsync());
}
