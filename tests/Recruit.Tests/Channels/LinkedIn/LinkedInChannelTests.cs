using System.Text.Json;
using Recruit.Channels;

namespace Recruit.Tests.Channels.LinkedIn;

public sealed class LinkedInChannelTests : RecordedContract
{
    private const string Urn = "urn:li:share:7300000000000000001";
    private const string Posts = "/rest/posts";
    private const string Post = "/rest/posts/urn%3Ali%3Ashare%3A7300000000000000001";
    private const string Statistics = "/rest/organizationalEntityShareStatistics";
    private const string Followers = "/rest/networkSizes/urn%3Ali%3Aorganization%3A5515715";
    private static readonly string[] ReservedCuts = ["\\(nights\\)", "{hashtag|\\#|nursing}"];

    protected override string Key => "linkedin";

    protected override string Folder => "LinkedIn";

    protected override string CreatePath => Posts;

    protected override string SightPath => Post;

    protected override string StoppedReply => "denied";

    protected override string RejectedReply => "invalid";

    protected override AccountAccess Account { get; } = new(
        Guid.CreateVersion7(), "northfield-general", "5515715", null, new Dictionary<string, string> { ["access_token"] = "li-token-9Kx4" });

    protected override Task<string> ArrangeAsync(Situation situation)
    {
        switch (situation)
        {
            case Situation.Publishes:
                Plan(HttpMethod.Post, Posts, "created");
                break;
            case Situation.CallsItDuplicate:
                Plan(HttpMethod.Post, Posts, "duplicate");
                break;
            case Situation.LimitsTheRate:
                Plan(HttpMethod.Post, Posts, "throttled");
                break;
            case Situation.RefusesTheToken:
                Plan(HttpMethod.Post, Posts, "signed-out");
                break;
            case Situation.BreaksWhilePublishing:
                Plan(HttpMethod.Post, Posts, "broken");
                break;
            case Situation.StaysSilent:
                Network.StaySilent(HttpMethod.Post, Posts);
                break;
            case Situation.HangsUpAfterAccepting:
                Network.Fail(HttpMethod.Post, Posts, new HttpRequestException(HttpRequestError.Unknown));
                break;
            case Situation.CannotBeReached:
                Network.Fail(HttpMethod.Post, Posts, new HttpRequestException(HttpRequestError.ConnectionError));
                break;
            case Situation.Removes or Situation.HasNothingToRemove:
                Plan(HttpMethod.Delete, Post, "deleted");
                break;
            case Situation.BreaksWhileRemoving:
                Plan(HttpMethod.Delete, Post, "broken");
                break;
            case Situation.StillShowsThePost:
                Plan(HttpMethod.Get, Post, "post");
                break;
            case Situation.NoLongerShowsThePost:
                Plan(HttpMethod.Get, Post, "not-found");
                break;
            case Situation.ShowsTheTimeline:
                Plan(HttpMethod.Get, Posts, "posts");
                break;
            case Situation.ShowsAnEmptyTimeline:
                Plan(HttpMethod.Get, Posts, "posts-empty");
                break;
            case Situation.RefusesTheTokenWhenRead:
                Plan(HttpMethod.Get, Posts, "signed-out");
                break;
            case Situation.TellsReach:
                Plan(HttpMethod.Get, Statistics, "statistics");
                Plan(HttpMethod.Get, Followers, "followers");
                break;
            case Situation.LimitsTheRateOfReach:
                Plan(HttpMethod.Get, Statistics, "throttled");
                break;
        }

        return Task.FromResult(Urn);
    }

    [Fact]
    public async Task A_post_is_an_article_of_the_organization_in_escaped_words()
    {
        await ArrangeAsync(Situation.Publishes);

        await PublishAsync();

        var sent = Network.Sent.ShouldHaveSingleItem();
        sent.Headers["LinkedIn-Version"].ShouldBe("202609");
        sent.Headers["X-Restli-Protocol-Version"].ShouldBe("2.0.0");
        sent.Headers["Authorization"].ShouldBe("Bearer li-token-9Kx4");
        var body = JsonDocument.Parse(sent.Body).RootElement;
        body.GetProperty("author").GetString().ShouldBe("urn:li:organization:5515715");
        foreach (var cut in ReservedCuts)
            body.GetProperty("commentary").GetString()!.ShouldContain(cut);
        body.GetProperty("lifecycleState").GetString().ShouldBe("PUBLISHED");
        body.GetProperty("visibility").GetString().ShouldBe("PUBLIC");
        body.GetProperty("distribution").GetProperty("feedDistribution").GetString().ShouldBe("MAIN_FEED");
        body.GetProperty("distribution").GetProperty("targetEntities").GetArrayLength().ShouldBe(0);
        var article = body.GetProperty("content").GetProperty("article");
        article.GetProperty("source").GetString().ShouldBe(Link);
        article.GetProperty("title").GetString().ShouldBe("ICU nurse, nights");
        article.GetProperty("description").GetString().ShouldBe("Northfield General");
    }

    [Fact]
    public async Task A_link_without_a_card_is_titled_by_its_host()
    {
        await ArrangeAsync(Situation.Publishes);

        await PublishAsync(Request() with { Card = null });

        Network.Sent[0].Body.ShouldContain("\"title\":\"jobs.example.org\"");
    }

    [Fact]
    public async Task Facets_travel_as_one_object_of_lists()
    {
        await ArrangeAsync(Situation.Publishes);

        await PublishAsync(Request() with
        {
            Targeting = new Targeting(
            [
                new TargetingFacet("jobFunctions", [new TargetingValue("urn:li:function:11", "Healthcare Services")]),
                new TargetingFacet("seniorities", [new TargetingValue("urn:li:seniority:3", "Entry"), new TargetingValue("urn:li:seniority:4", "Senior")]),
            ]),
        });

        Network.Sent[0].Body.ShouldContain("""
            "targetEntities":[{"jobFunctions":["urn:li:function:11"],"seniorities":["urn:li:seniority:3","urn:li:seniority:4"]}]
            """.Trim());
    }

    [Theory]
    [InlineData("ageRanges")]
    [InlineData("genders")]
    [InlineData("degrees")]
    public async Task Facets_that_jobs_may_not_use_never_leave(string facet)
    {
        var targeted = Request() with { Targeting = new Targeting([new TargetingFacet(facet, [new TargetingValue("urn:li:any:1", "Any")])]) };

        (await PublishAsync(targeted)).ShouldBeOfType<PublishResult.Rejected>().Reason.ShouldContain(facet);
    }

    [Fact]
    public async Task A_duplicate_names_the_post_that_it_collides_with()
    {
        await ArrangeAsync(Situation.CallsItDuplicate);

        (await PublishAsync()).ShouldBeOfType<PublishResult.Duplicate>().RemoteId.ShouldBe("urn:li:share:7141000000000000000");
    }

    [Fact]
    public async Task An_audience_that_is_too_small_is_said_so()
    {
        Plan(HttpMethod.Post, Posts, "audience-too-small");

        (await PublishAsync()).ShouldBeOfType<PublishResult.Rejected>().Reason.ShouldContain("300 followers");
    }

    [Fact]
    public async Task A_dead_version_names_the_setting()
    {
        Plan(HttpMethod.Post, Posts, "version-gone");

        (await PublishAsync()).ShouldBeOfType<PublishResult.AccountStopped>().Reason.ShouldContain("Channels:LinkedIn:Version");
    }

    [Fact]
    public async Task A_timeline_longer_than_a_page_is_read_until_it_is_old_enough()
    {
        var now = Stage.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        Network.Answer(HttpMethod.Get, Posts, 200, PageOf(50, now - 1_000));
        Network.Answer(HttpMethod.Get, Posts, 200, PageOf(50, now - 600_000));

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Read>().Posts.Count.ShouldBe(50);
        Network.Sent[1].Url.Query.ShouldContain("start=50");

        static string PageOf(int count, long at) => JsonSerializer.Serialize(new
        {
            elements = Enumerable.Range(0, count).Select(i => new { id = $"urn:li:share:{at}{i}", commentary = "a", createdAt = at, lastModifiedAt = at }),
        });
    }

    [Theory]
    [InlineData("""{"elements":[null]}""")]
    [InlineData("""{"elements":[{"id":"urn:li:share:1","commentary":"a"}]}""")]
    [InlineData("""{"elements":[{"id":"urn:li:share:1","commentary":"a","createdAt":99999999999999999}]}""")]
    [InlineData("""{"message":"surprise"}""")]
    public async Task A_timeline_that_tells_half_is_unreadable(string body)
    {
        Network.Answer(HttpMethod.Get, Posts, 200, body);

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Failed>();
    }

    [Fact]
    public async Task A_post_without_activity_has_zeros_if_it_exists()
    {
        Plan(HttpMethod.Get, Statistics, "statistics-empty");
        Plan(HttpMethod.Get, Post, "post");
        Plan(HttpMethod.Get, Followers, "followers");

        (await ReadReachAsync(Urn)).ShouldBeOfType<ReachReading.Read>().Posts.ShouldHaveSingleItem().Values["impressions"].ShouldBe(0);
    }

    [Fact]
    public async Task A_post_that_is_gone_has_no_numbers()
    {
        Plan(HttpMethod.Get, Statistics, "statistics-empty");
        Plan(HttpMethod.Get, Post, "not-found");
        Plan(HttpMethod.Get, Followers, "followers");

        (await ReadReachAsync(Urn)).ShouldBeOfType<ReachReading.Read>().Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shares_and_other_posts_are_asked_for_apart()
    {
        Plan(HttpMethod.Get, Statistics, "statistics");
        Network.Answer(HttpMethod.Get, Statistics, 200, """
            {"elements":[{"ugcPost":"urn:li:ugcPost:72","totalShareStatistics":{"impressionCount":5,"engagement":0.2}}]}
            """);
        Plan(HttpMethod.Get, Followers, "followers");

        var reading = (await ReadReachAsync(Urn, "urn:li:ugcPost:72")).ShouldBeOfType<ReachReading.Read>();

        reading.Posts.Count.ShouldBe(2);
        reading.Posts[1].Values.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, long>("impressions", 5));
        Network.Sent[0].Url.Query.ShouldEndWith("&shares=List(urn%3Ali%3Ashare%3A7300000000000000001)");
        Network.Sent[1].Url.Query.ShouldEndWith("&ugcPosts=List(urn%3Ali%3AugcPost%3A72)");
    }
}
