using Microsoft.EntityFrameworkCore;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

/// <summary>A removal counts when the network no longer shows the post, not when it says so.</summary>
public class RemoveDeliveryTests : SendingTest
{
    [Fact]
    public async Task What_the_network_says_it_removed_is_looked_for_once()
    {
        var delivery = await LiveAsync();
        await TakeDownAsync(delivery);

        await RunLaneAsync();

        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Removed);
        (Network.Removed.Count, Network.Sights, Network.Looks).ShouldBe((1, 1, 0));
        (await StepsAsync(delivery)).ShouldBe([(AttemptKind.Send, "Published"), (AttemptKind.Remove, "Removed"), (AttemptKind.Look, "Absent")]);
    }

    [Fact]
    public async Task Where_the_network_holds_no_such_post_there_is_nothing_to_look_for()
    {
        var delivery = await LiveAsync();
        Network.RemoveAnswers.Enqueue(new RemoveResult.Gone());
        await TakeDownAsync(delivery);

        await RunLaneAsync();

        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Removed);
        Network.Sights.ShouldBe(0);
    }

    [Fact]
    public async Task What_still_stands_there_is_removed_again()
    {
        var delivery = await LiveAsync();
        Network.RemoveAnswers.Enqueue(new RemoveResult.Removed());
        await TakeDownAsync(delivery);

        await RunLaneAsync();
        var standing = await NowAsync(delivery);
        (standing.State, standing.NextAt).ShouldBe((DeliveryState.Removing, Clock.GetUtcNow().AddSeconds(5)));
        await RunLaneAfterAsync(TimeSpan.FromSeconds(5));

        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Removed);
        Network.Removed.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_look_that_fails_proves_nothing_and_asks_for_no_second_removal()
    {
        var delivery = await LiveAsync();
        Network.Unreadable = "The network is busy.";
        await TakeDownAsync(delivery);

        await RunLaneAsync();
        await RunLaneAfterAsync(TimeSpan.FromSeconds(30));
        var unread = await NowAsync(delivery);
        (unread.State, unread.NeedsPerson, unread.Reason).ShouldBe((DeliveryState.Removing, false, "By Hana."));
        Network.Unreadable = null;
        await RunLaneAfterAsync(TimeSpan.FromMinutes(15));

        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Removed);
        (Network.Removed.Count, Network.Sights).ShouldBe((1, 3));
    }

    [Fact]
    public async Task After_three_removals_in_vain_a_person_is_asked_and_may_have_it_tried_anew()
    {
        var delivery = await LiveAsync();
        for (var i = 0; i < 3; i++)
            Network.RemoveAnswers.Enqueue(new RemoveResult.Removed());
        await TakeDownAsync(delivery);

        for (var i = 0; i < 5; i++)
            await RunLaneAfterAsync(TimeSpan.FromMinutes(1));
        var stuck = await NowAsync(delivery);
        (stuck.State, stuck.NeedsPerson, stuck.NextAt).ShouldBe((DeliveryState.Removing, true, null));
        stuck.Reason.ShouldStartWith("It was removed 3 times and still stands there.");
        (await The<ChangeDelivery>().SayLiveAsync(delivery.Id, Ruth.Id)).ShouldBeNull();
        await RunLaneAsync();

        var gone = await NowAsync(delivery);
        (gone.State, gone.NeedsPerson, gone.Reason).ShouldBe((DeliveryState.Removed, false, ""));
        Network.Removed.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_refusal_asks_a_person_who_may_say_that_it_is_gone()
    {
        var delivery = await LiveAsync();
        Network.RemoveAnswers.Enqueue(new RemoveResult.Refused("This post is not yours."));
        await TakeDownAsync(delivery);

        await RunLaneAsync();
        (await NowAsync(delivery)).NeedsPerson.ShouldBeTrue();
        (await The<ChangeDelivery>().SayAbsentAsync(delivery.Id, Ruth.Id)).ShouldBeNull();

        var gone = await NowAsync(delivery);
        (gone.State, gone.NeedsPerson, gone.Reason).ShouldBe((DeliveryState.Removed, false, ""));
    }

    private async Task<Delivery> LiveAsync()
    {
        var delivery = await ScheduleAsync();
        await RunLaneAsync();
        (await NowAsync(delivery)).State.ShouldBe(DeliveryState.Published);
        return delivery;
    }

    private Task<string?> TakeDownAsync(Delivery delivery) => The<ChangeDelivery>().TakeDownAsync(delivery.Id, "By Hana.", Hana.Id);

    private Task<List<(AttemptKind, string)>> StepsAsync(Delivery delivery) => Db.ReadAsync(async db
        => (await db.Attempts.Where(attempt => attempt.DeliveryId == delivery.Id).OrderBy(attempt => attempt.Id).ToListAsync())
            .ConvertAll(attempt => (attempt.Kind, attempt.Outcome)));
}
