using Recruit.Channels;
using Recruit.Tests.Channels;

namespace Recruit.Tests.Sandbox;

public sealed class XSandboxTests : SandboxContract
{
    protected override string Key => "x";

    protected override string Folder => "X";

    [Fact]
    public async Task Used_up_credits_stop_the_account()
    {
        await Practice.TroubleAsync("x", "credits", times: 1);

        (await PublishAsync()).ShouldBeOfType<PublishResult.AccountStopped>().Reason.ShouldContain("credits");
    }

    [Fact]
    public async Task A_text_of_exactly_280_is_taken_and_one_more_never_leaves()
    {
        var room = Channel.Limits.MaxLength - Channel.Limits.Measure(Request("").Text);
        (await PublishAsync(Request(new string('x', room)))).ShouldBeOfType<PublishResult.Published>();

        (await PublishAsync(Request(new string('x', room + 1)))).ShouldBeOfType<PublishResult.Rejected>();
    }

    [Fact]
    public async Task Clicks_are_told_for_30_days_and_the_other_numbers_for_longer()
    {
        var id = await ArrangeAsync(Situation.TellsReach);
        (await ReadReachAsync(id)).ShouldBeOfType<ReachReading.Read>().Posts.ShouldHaveSingleItem().Values.ShouldContainKey("link_clicks");

        Practice.Clock.Advance(TimeSpan.FromDays(31));

        var later = (await ReadReachAsync(id)).ShouldBeOfType<ReachReading.Read>().Posts.ShouldHaveSingleItem().Values;
        later.ShouldNotContainKey("link_clicks");
        later.ShouldContainKey("impressions");
    }
}
