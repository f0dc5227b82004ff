using System.Net;
using Recruit.Shell;
using Recruit.Tests.Support;

namespace Recruit.Tests.Broadcasts;

public sealed class DigestEndpointsTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private string Digest => $"{Urls.Api}/accounts/{world.Account.Id}/digest";

    [Fact]
    public async Task A_digest_is_ordered_read_and_ended()
    {
        await world.Recruiter.GetAsync(Digest, HttpStatusCode.NotFound);

        var ordered = await world.Recruiter.PutAsync(Digest, new { facility = world.Facility.Name, specialty = "Critical care", day = "friday", time = "09:00", when = "nearCap" });

        (ordered.Text("day"), ordered.Text("time"), ordered.Text("when")).ShouldBe(("friday", "09:00", "nearCap"));
        (await world.Hr.GetAsync(Digest, HttpStatusCode.OK)).Text("specialty").ShouldBe("Critical care");
        await world.Recruiter.DeleteAsync(Digest);
        await world.Recruiter.GetAsync(Digest, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_lacks_is_said_and_the_role_is_asked_for()
    {
        var facility = world.Facility.Name;
        (await world.Recruiter.PutAsync(Digest, new { facility, time = "09:00" }, HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain("day of the week");
        (await world.Recruiter.PutAsync(Digest, new { facility, day = "monday", time = "nine" }, HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain("09:00");
        await world.Hr.PutAsync(Digest, new { facility, day = "monday", time = "09:00" }, HttpStatusCode.Forbidden);
        await world.Recruiter.PutAsync($"{Urls.Api}/accounts/{Guid.NewGuid()}/digest", new { facility, day = "monday", time = "09:00" }, HttpStatusCode.NotFound);
    }
}
