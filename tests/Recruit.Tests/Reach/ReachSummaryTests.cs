using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Reach;
using Recruit.Templates;
using Recruit.Tests.Support;

namespace Recruit.Tests.Reach;

public sealed class ReachSummaryTests
{
    private static readonly ChannelCatalog Channels = new([new FakeReach("x", "X"), new FakeReach("linkedin", "LinkedIn")]);

    [Fact]
    public void What_the_network_has_not_told_is_missing_and_not_zero()
    {
        var reach = ReachSummary.Of(Delivery("x", values: ("likes", 0)), Channels.Find("x"), clicks: 0);

        reach.Numbers.Select(number => (number.Label, number.Value)).ShouldBe([("Impressions", null), ("Likes", 0L)]);
        reach.Leading!.Label.ShouldBe("Likes");
    }

    [Fact]
    public void A_post_without_our_link_has_no_clicks_instead_of_none()
    {
        ReachSummary.Of(Delivery("x", hasLink: false), Channels.Find("x"), clicks: 0).Clicks.ShouldBeNull();
        ReachSummary.Of(Delivery("x"), Channels.Find("x"), clicks: 0).Clicks.ShouldBe(0);
    }

    [Fact]
    public void Only_our_own_clicks_are_added_up()
    {
        var (announced, reminded, linkedIn) = (Delivery("x", days: 0), Delivery("x", days: 7), Delivery("linkedin", days: 1));

        var reach = ReachSummary.Of([announced, linkedIn, reminded], Channels, new Dictionary<Guid, long> { [announced.Id] = 5, [linkedIn.Id] = 2 });

        reach.Clicks.ShouldBe(7);
        reach.Networks.Select(network => network.Network).ShouldBe(["X", "LinkedIn"]);
        reach.Networks[0].Newest.Delivery.ShouldBe(reminded);
        reach.Networks[0].Deliveries.Count.ShouldBe(2);
    }

    [Fact]
    public void A_post_that_was_taken_down_still_counts_as_past()
    {
        var reach = ReachSummary.Of([Delivery("x"), Delivery("x", state: DeliveryState.Removed)], Channels, new Dictionary<Guid, long>());

        (reach.Posts, reach.LivePosts).ShouldBe((2, 1));
    }

    private static ReachedDelivery Delivery(string network, int days = 0, bool hasLink = true, DeliveryState state = DeliveryState.Published, params (string Metric, long Value)[] values)
        => new(Guid.CreateVersion7(), Guid.Empty, new ChannelKey(network), "@jobs", Moment.Announce, state, A.Now.AddDays(days), null, hasLink, A.Now,
            values.ToDictionary(value => value.Metric, value => new ReachValue(value.Value, A.Now, A.Now)));
}
