using System.Net;
using Recruit.Shell;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public sealed class PauseEndpointsTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task Everything_rests_until_it_is_said_what_becomes_of_the_overdue()
    {
        (await world.Hr.PostAsync(Urls.Api + "/pause", new { reason = "No" }, HttpStatusCode.Forbidden)).Detail().ShouldContain("recruiter");
        await world.Recruiter.PostAsync(Urls.Api + "/pause", expected: HttpStatusCode.UnprocessableEntity);
        var broadcast = await world.BroadcastAsync(await world.OpenVacancyAsync());
        await world.ApproveAsync(broadcast);

        (await world.Recruiter.PostAsync(Urls.Api + "/pause", new { reason = "A storm." })).Text("reason").ShouldBe("A storm.");
        world.App.Clock.Advance(TimeSpan.FromHours(2));
        await world.RunLaneAsync();
        world.Network.Sent.ShouldBeEmpty();

        var asked = await world.Recruiter.PostAsync(Urls.Api + "/resume", expected: HttpStatusCode.Conflict);
        asked.GetProperty("overdue")[0].Text("id").ShouldBe(broadcast.GetProperty("deliveries")[0].Text("id"));
        (await world.Hr.GetAsync(Urls.Api + "/pause", HttpStatusCode.OK)).GetProperty("paused").GetBoolean().ShouldBeTrue();

        (await world.Recruiter.PostAsync(Urls.Api + "/resume", new { overdue = "sendNow" })).GetProperty("paused").GetBoolean().ShouldBeFalse();
        await world.RunLaneAsync();
        world.Network.Sent.ShouldHaveSingleItem();
        (await world.Recruiter.PostAsync(Urls.Api + "/resume")).GetProperty("paused").GetBoolean().ShouldBeFalse();
    }
}
