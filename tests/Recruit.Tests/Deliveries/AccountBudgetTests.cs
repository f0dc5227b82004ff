using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public class AccountBudgetTests : SendingTest
{
    private static readonly DateTimeOffset NextMonth = BillingMonth.Of(A.Now).End;

    public AccountBudgetTests() => Network.Price = text => text.Contains("dear", StringComparison.Ordinal) ? 0.2m : 0.015m;

    [Fact]
    public async Task What_a_post_cost_is_kept_and_counts_for_its_month()
    {
        await SendAsync("A dear one.");
        await SendAsync("A cheap one.");

        (await SpentAsync()).ShouldBe(new MonthSpend(0.215m, 0, 2));
        (await Db.ReadAsync(db => db.SpentAsync(NextMonth))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_send_without_an_answer_counts_and_one_that_was_refused_does_not()
    {
        Network.Plan(new PublishResult.NoAnswer("Silence."), new PublishResult.Rejected("Not like this."));
        await SendAsync("A dear one.");
        await SendAsync("Another dear one.");

        (await SpentAsync()).Total.ShouldBe(0.2m);
    }

    [Fact]
    public async Task What_would_exceed_the_cap_waits_for_a_person_and_says_why()
    {
        await CapAsync(0.3m);
        await SendAsync("A dear one.");
        var second = await SendAsync("A second dear one.");

        Network.Sent.ShouldHaveSingleItem();
        var waiting = await NowAsync(second);
        (waiting.State, waiting.AwaitsBudget, waiting.NextAt).ShouldBe((DeliveryState.Scheduled, true, NextMonth));
        new DeliveryWords("X", Facility.Zone, Clock.GetUtcNow()).Describe(waiting)
            .ShouldStartWith($"Waits for you: It costs $0.20, and {Account.Handle} has spent $0.20 of its $0.30 for the month.");
        (await Db.ReadAsync(db => new DeliveryAsks(Clock).AsksAsync(db, Ruth.Id, Ruth.Roles | StaffRoles.Hr, default))).ShouldHaveSingleItem().Action.ShouldBe("Decide");
        (await Db.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == Acts.DeliveryPostponed))).ShouldBe(1);

        // A cheap one still fits.
        await SendAsync("A cheap one.");
        Network.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Cheaper_words_need_not_wait_for_the_next_month()
    {
        await CapAsync(0.3m);
        await SendAsync("A dear one.");
        var second = await SendAsync("A second dear one.");

        var waiting = await NowAsync(second);
        (await The<ChangeDelivery>().EditAsync(second.Id, waiting.Version, $"A cheap one after all: {waiting.Content.Link}", Hana.Id)).ShouldBeNull();

        (await NowAsync(second)).DueAt.ShouldBeNull("It goes out as soon as it is approved.");
    }

    [Fact]
    public async Task A_raised_cap_lets_go_what_fits_and_asks_anew_about_the_rest()
    {
        await CapAsync(0m);
        var first = await SendAsync("A dear one.");
        var second = await SendAsync("A second dear one.");

        await CapAsync(0.25m);
        await RunLaneAsync();

        (await NowAsync(first)).State.ShouldBe(DeliveryState.Published);
        (await NowAsync(second)).AwaitsBudget.ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_with_the_right_lets_one_exceed_the_cap()
    {
        await CapAsync(0m);
        var delivery = await SendAsync("A dear one.");

        await Should.ThrowAsync<NotAllowedException>(() => The<ChangeDelivery>().SendBeyondCapAsync(delivery.Id, Hana.Id));
        (await The<ChangeDelivery>().SendBeyondCapAsync(delivery.Id, Ruth.Id)).ShouldBeNull();
        await RunLaneAsync();

        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Published);
        (await The<ChangeDelivery>().SendBeyondCapAsync(delivery.Id, Ruth.Id)).ShouldBe("It does not wait for the monthly cap any more.");
    }

    [Fact]
    public async Task Undecided_it_goes_out_in_the_next_month()
    {
        await CapAsync(0.2m);
        await SendAsync("A dear one.");
        var second = await SendAsync("A second dear one.");

        Clock.SetUtcNow(NextMonth);
        await RunLaneAsync();

        (await NowAsync(second)).State.ShouldBe(DeliveryState.Published);
    }

    [Fact]
    public async Task Called_off_it_is_over()
    {
        await CapAsync(0m);
        var delivery = await SendAsync("A dear one.");

        (await The<ChangeDelivery>().TakeDownAsync(delivery.Id, "By Hana.", Hana.Id)).ShouldBeNull();

        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Cancelled);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0.001)]
    public async Task A_cap_is_an_amount_in_whole_cents(double cap)
    {
        (await The<ChangeBudget>().RunAsync(Ruth.Id, Account.Id, (decimal)cap)).ShouldNotBeNull().ShouldContain("whole cents");
        (await Db.ReadAsync(db => db.Accounts.SingleAsync())).MonthlyCap.ShouldBeNull();
    }

    private async Task CapAsync(decimal cap) => (await The<ChangeBudget>().RunAsync(Ruth.Id, Account.Id, cap)).ShouldBeNull();

    private async Task<Delivery> SendAsync(string text)
    {
        var delivery = await ScheduleAsync(text);
        await RunLaneAsync();
        return delivery;
    }

    private async Task<MonthSpend> SpentAsync() => (await Db.ReadAsync(db => db.SpentAsync(Clock.GetUtcNow())))[Account.Id];
}
