using System.Net;
using Recruit.Shell;
using Recruit.Tests.Support;

namespace Recruit.Tests.Vacancies;

public sealed class OccupationEndpointsTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private const string Url = Urls.Api + "/occupations/match";

    [Fact]
    public async Task A_title_gets_its_occupations_best_first()
    {
        var matches = (await world.Hr.PostAsync(Url, new { title = "Ultrasound Tech II - $5,000" })).GetProperty("matches");
        matches.GetArrayLength().ShouldBeGreaterThan(1);
        matches[0].Text("soc").ShouldBe("29-2032.00");
        matches[0].Text("title").ShouldBe("Diagnostic Medical Sonographers");
        matches[0].GetProperty("score").GetDouble().ShouldBeInRange(matches[1].GetProperty("score").GetDouble(), 1);
    }

    [Fact]
    public async Task A_title_of_no_known_word_gets_none()
        => (await world.Hr.PostAsync(Url, new { title = "Zzqq" })).GetProperty("matches").GetArrayLength().ShouldBe(0);

    [Fact]
    public async Task Without_a_title_or_with_a_whole_text_it_says_what_to_send()
    {
        (await world.Hr.PostAsync(Url, new { title = " " }, HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain("title");
        (await world.Hr.PostAsync(Url, new { title = new string('a', 301) }, HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain("300");
    }

    [Fact]
    public async Task Without_a_key_nothing_is_told()
    {
        using var stranger = world.App.Browser();
        (await stranger.SendAsync(HttpMethod.Post, Url, new { title = "RN" }, HttpStatusCode.Unauthorized)).Detail().ShouldContain("key");
    }
}
