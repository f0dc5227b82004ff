using Recruit.Channels;
using Recruit.Tests.Channels;

namespace Recruit.Tests.Sandbox;

public sealed class FacebookSandboxTests : SandboxContract
{
    protected override string Key => "facebook";

    protected override string Folder => "Facebook";

    [Fact]
    public async Task All_numbers_of_a_post_come_together()
    {
        var id = await ArrangeAsync(Situation.TellsReach);

        var values = (await ReadReachAsync(id)).ShouldBeOfType<ReachReading.Read>().Posts[0].Values;
        foreach (var key in new[] { "views", "viewers", "clicks", "reactions", "comments" })
            values.ShouldContainKey(key);
    }
}
