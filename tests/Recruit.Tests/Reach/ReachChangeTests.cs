using Recruit.Reach;
using Recruit.Tests.Support;

namespace Recruit.Tests.Reach;

public sealed class ReachChangeTests
{
    private static readonly Guid Delivery = Guid.CreateVersion7();

    [Fact]
    public void A_first_number_is_a_sample()
    {
        var (values, samples) = ReachChange.Between(Delivery, Known(), Told(("likes", 0)), A.Now);

        samples.Single().Value.ShouldBe(0);
        values["likes"].ShouldBe(new ReachValue(0, A.Now, A.Now));
    }

    [Fact]
    public void An_unchanged_number_is_read_but_leaves_no_sample()
    {
        var (values, samples) = ReachChange.Between(Delivery, Known(("likes", 3)), Told(("likes", 3)), A.Now.AddHours(2));

        samples.ShouldBeEmpty();
        values["likes"].ShouldBe(new ReachValue(3, A.Now.AddHours(2), A.Now));
    }

    [Fact]
    public void An_unchanged_number_is_a_sample_again_after_a_day()
        => ReachChange.Between(Delivery, Known(("likes", 3)), Told(("likes", 3)), A.Now.AddDays(1)).Samples.Count.ShouldBe(1);

    [Fact]
    public void A_number_that_the_network_leaves_out_keeps_its_value_and_its_time()
    {
        var (values, samples) = ReachChange.Between(Delivery, Known(("likes", 3), ("impressions", 90)), Told(("likes", 4)), A.Now.AddHours(1));

        samples.Single().Metric.ShouldBe("likes");
        values["impressions"].ShouldBe(new ReachValue(90, A.Now, A.Now));
    }

    [Fact]
    public void A_post_that_the_network_leaves_out_changes_nothing()
    {
        var (values, samples) = ReachChange.Between(Delivery, Known(("likes", 3)), null, A.Now.AddDays(3));

        samples.ShouldBeEmpty();
        values["likes"].Value.ShouldBe(3);
    }

    private static Dictionary<string, ReachValue> Known(params (string Metric, long Value)[] values)
        => values.ToDictionary(value => value.Metric, value => new ReachValue(value.Value, A.Now, A.Now));

    private static Dictionary<string, long> Told(params (string Metric, long Value)[] values) => values.ToDictionary(value => value.Metric, value => value.Value);
}
