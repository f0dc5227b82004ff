using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public class DeliveryWordsTests
{
    // A.Now is 9:00 in Duluth; deliveries are due at 10:00.
    private static readonly DeliveryWords Words = new("X", TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"), A.Now);

    private readonly Account _account = A.Account();

    [Theory]
    [InlineData(DeliveryState.Held, "Waits for approval; it would go out today 10:00")]
    [InlineData(DeliveryState.Scheduled, "Goes out on X today 10:00")]
    [InlineData(DeliveryState.Sending, "On its way to X")]
    [InlineData(DeliveryState.Retrying, "Not posted yet: the network could not be reached. Next try today 10:00")]
    [InlineData(DeliveryState.Uncertain, "We don't know yet whether this is live: checking X again today 10:00")]
    [InlineData(DeliveryState.Published, "Live on X since today 10:00")]
    [InlineData(DeliveryState.Rejected, "X refused it: the words are too long. Edit it, or give it up")]
    [InlineData(DeliveryState.Removing, "Being removed from X. The vacancy was filled.")]
    [InlineData(DeliveryState.Removed, "Removed from X tomorrow 10:00. The vacancy was filled.")]
    [InlineData(DeliveryState.Cancelled, "Not posted: called off. By Ada Admin.")]
    [InlineData(DeliveryState.Skipped, "Not posted. Nobody approved it before its time.")]
    public void Each_state_is_said_in_a_sentence(DeliveryState state, string sentence)
        => Words.Describe(A.Delivery(_account, A.Facility(), state)).ShouldBe(sentence);

    [Fact]
    public void A_removal_that_is_being_checked_does_not_say_that_it_is_gone()
    {
        var delivery = A.Delivery(_account, A.Facility(), DeliveryState.Removing);
        delivery.Record(new RemoveResult.Removed(), A.Now.AddDays(1), Times);

        Words.Describe(delivery).ShouldBe("X says that it is removed: checking tomorrow 09:00");

        delivery.SeenStanding(A.Now.AddDays(1), Times with { Removals = 1 });
        Words.Describe(delivery).ShouldBe("X did not remove it. It was removed once and still stands there. Remove it there, then say that it is gone.");
    }

    private static RetryTimes Times => new([TimeSpan.FromSeconds(5)], [TimeSpan.FromSeconds(30)], TimeSpan.FromSeconds(30));

    [Theory]
    [MemberData(nameof(AllStates))]
    public void No_state_shows_its_name_in_code(DeliveryState state)
    {
        Words.Describe(A.Delivery(_account, A.Facility(), state)).ShouldNotBeNullOrWhiteSpace();
        DeliveryWords.InShort(state).ShouldNotBeNullOrWhiteSpace();
    }

    public static TheoryData<DeliveryState> AllStates() => new(Enum.GetValues<DeliveryState>());

    [Fact]
    public void Without_a_time_it_goes_out_as_soon_as_somebody_approves()
        => Words.Describe(A.Delivery(_account, A.Facility(), asSoonAsApproved: true)).ShouldBe("Waits for approval; it goes out as soon as somebody approves it");

    [Fact]
    public void What_an_account_waits_for_is_told_with_the_reason()
    {
        _account.SignOut("Enter a new token.");
        Words.Describe(A.Delivery(_account, A.Facility(), DeliveryState.Scheduled)).ShouldBe("Waits: @LakesideJobs is signed out of X. Enter a new token.");

        _account.Resume();
        _account.Throttle(A.Now.AddMinutes(15));
        Words.Describe(A.Delivery(_account, A.Facility(), DeliveryState.Scheduled)).ShouldBe("Waits for X until 09:15: limit reached");
    }

    [Fact]
    public void A_name_at_the_head_of_a_reason_keeps_its_capitals()
    {
        var delivery = A.Delivery(_account, A.Facility(), DeliveryState.Sending);
        delivery.Record(new PublishResult.Rejected("X allows 280 characters."), A.Now, new RetryTimes([TimeSpan.Zero], [TimeSpan.Zero], TimeSpan.Zero));

        Words.Describe(delivery).ShouldBe("X refused it: X allows 280 characters. Edit it, or give it up");
    }
}
