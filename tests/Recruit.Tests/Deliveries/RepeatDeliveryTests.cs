using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

/// <summary>A send without an answer on a network that knows a repetition: sent again with its key while it may go out, else looked for.</summary>
public class RepeatDeliveryTests() : SendingTest(clock => new RepeatingChannel(clock))
{
    private RepeatingChannel Repeating => (RepeatingChannel)Network;

    [Fact]
    public async Task It_is_sent_again_with_the_same_key_and_takes_the_first_posts_id()
    {
        var delivery = await LoseAsync();

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));

        var settled = await NowAsync(delivery);
        (settled.State, settled.RemoteId).ShouldBe((DeliveryState.Published, "first"));
        Network.Sent.Count.ShouldBe(2);
        Network.Sent.Select(sent => (sent.Text, sent.Link, sent.RepeatKey, sent.FirstAttemptAt)).Distinct().ShouldHaveSingleItem();
        Network.Looks.ShouldBe(0);
        Repeating.Made.ShouldBe(1);
        (await KindsAsync(delivery)).ShouldBe([AttemptKind.Send, AttemptKind.Repeat]);
    }

    [Fact]
    public async Task After_the_time_that_the_network_promises_it_is_looked_for()
    {
        var delivery = await LoseAsync();
        Network.Show("first", delivery.Content.Text);

        await RunLaneAfterAsync(TimeSpan.FromMinutes(50));

        Network.Sent.Count.ShouldBe(1);
        (await NowAsync(delivery)).RemoteId.ShouldBe("first");
    }

    [Fact]
    public async Task What_should_come_down_is_not_sent_again()
    {
        var delivery = await LoseAsync();
        await using (var db = Db.CreateDbContext())
        {
            (await db.Deliveries.SingleAsync(row => row.Id == delivery.Id)).TakeDown("The vacancy is filled.", Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));
        await RunLaneAfterAsync(TimeSpan.FromMinutes(5));

        Network.Sent.Count.ShouldBe(1);
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Cancelled);
    }

    [Fact]
    public async Task While_everything_is_paused_it_is_looked_for()
    {
        var delivery = await LoseAsync();
        await The<PauseSending>().RunAsync(Ruth.Id, "A bad day.");

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));

        (Network.Sent.Count, Network.Looks).ShouldBe((1, 1));
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Uncertain);
    }

    [Fact]
    public async Task A_repetition_without_an_answer_is_followed_by_a_look_once_its_time_is_over()
    {
        var delivery = await LoseAsync();
        Network.Plan(new PublishResult.NoAnswer("No answer came."));
        Network.Show("first", delivery.Content.Text);

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));
        (Network.Sent.Count, Network.Looks).ShouldBe((2, 0));
        (await NowAsync(delivery)).NextAt.ShouldBe(Clock.GetUtcNow() + The<IOptions<DeliveryOptions>>().Value.Lease);
        await RunLaneAfterAsync(TimeSpan.FromMinutes(2));

        (Network.Sent.Count, Network.Looks).ShouldBe((2, 1));
        (await NowAsync(delivery)).RemoteId.ShouldBe("first");
        (await KindsAsync(delivery)).ShouldBe([AttemptKind.Send, AttemptKind.Look, AttemptKind.Repeat]);
    }

    [Fact]
    public async Task It_is_repeated_once_and_then_only_looked_for()
    {
        var delivery = await LoseAsync();
        Network.Plan(new PublishResult.NoAnswer("No answer came."));

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));
        await RunLaneAfterAsync(TimeSpan.FromMinutes(2));

        (Network.Sent.Count, Network.Looks).ShouldBe((2, 1));
        (await NowAsync(delivery)).AbsentLooks.ShouldBe(1);
    }

    // A server that lost what stood under the key answers 404, as a closed account does.
    [Fact]
    public async Task A_repetition_stops_no_account()
    {
        await LoseAsync();
        Network.Plan(new PublishResult.AccountStopped("Gone."));

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));

        (await Db.ReadAsync(db => db.Accounts.SingleAsync())).State.ShouldBe(AccountState.Active);
        Network.Looks.ShouldBe(1);
    }

    public static TheoryData<PublishResult> Refusals => new(
        new PublishResult.RateLimited(A.Now.AddHours(2), "Too many."), new PublishResult.SignedOut("Token gone."), new PublishResult.AccountStopped("Blocked."), new PublishResult.Rejected("Not like this."));

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refused_repetition_says_nothing_of_the_first_send(PublishResult refusal)
    {
        var delivery = await LoseAsync();
        Network.Plan(refusal);

        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));

        Network.Sent.Count.ShouldBe(2);
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Uncertain);
    }

    [Fact]
    public async Task However_often_no_answer_comes_it_ends_with_a_person_and_one_post()
    {
        var delivery = await LoseAsync();
        Network.Plan([.. Enumerable.Repeat<PublishResult>(new PublishResult.NoAnswer("No answer came."), 20)]);

        for (var round = 0; round < 6; round++)
            await RunLaneAfterAsync(TimeSpan.FromMinutes(6));

        (await NowAsync(delivery)).NeedsPerson.ShouldBeTrue();
        Network.Sent.Select(sent => sent.RepeatKey).Distinct().ShouldHaveSingleItem();
        Repeating.Made.ShouldBe(1);
    }

    private async Task<Delivery> LoseAsync()
    {
        Repeating.LoseTheNextAnswer();
        var delivery = await ScheduleAsync();
        await RunLaneAsync();
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Uncertain);
        return delivery;
    }

    private async Task<IEnumerable<AttemptKind>> KindsAsync(Delivery delivery)
        => (await Db.ReadAsync(db => db.Attempts.Where(row => row.DeliveryId == delivery.Id).Select(row => row.Kind).ToListAsync())).Order();
}
