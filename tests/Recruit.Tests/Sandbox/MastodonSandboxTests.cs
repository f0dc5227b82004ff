using Recruit.Channels;
using Recruit.Tests.Channels;

namespace Recruit.Tests.Sandbox;

public sealed class MastodonSandboxTests : SandboxContract
{
    protected override string Key => "mastodon";

    protected override string Folder => "Mastodon";

    [Fact]
    public async Task A_key_is_forgotten_after_an_hour()
    {
        var first = await ArrangeAsync(Situation.CallsItDuplicate);
        Practice.Clock.Advance(TimeSpan.FromMinutes(61));

        (await PublishAsync(First)).ShouldBeOfType<PublishResult.Published>().RemoteId.ShouldNotBe(first);
    }

    [Fact]
    public void The_channel_promises_less_than_the_network_keeps()
        => ((IRepeatsSafely)Channel).RepeatsFor.ShouldNotBeNull().ShouldBeLessThan(TimeSpan.FromHours(1));
}
