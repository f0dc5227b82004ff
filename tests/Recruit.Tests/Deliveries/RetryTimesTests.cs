using Recruit.Deliveries;

namespace Recruit.Tests.Deliveries;

public class RetryTimesTests
{
    private static readonly RetryTimes Times = new(
        [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1)], [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)], TimeSpan.FromSeconds(30));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(2, 60)]
    [InlineData(9, 60)]
    public void The_last_wait_between_tries_repeats(int tries, int seconds) => Times.After(tries).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 300)]
    [InlineData(2, 300)]
    public void The_looks_grow_farther_apart(int looks, int seconds) => Times.LookAfter(looks).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void There_is_one_look_for_each_wait() => Times.Looks.ShouldBe(2);
}
