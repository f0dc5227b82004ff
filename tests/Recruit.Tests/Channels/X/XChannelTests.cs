using System.Text.Json;
using Recruit.Channels;
using Recruit.Tests.Support;

namespace Recruit.Tests.Channels.X;

public sealed class XChannelTests : RecordedContract
{
    private const string Id = "1880000000000000123";
    private const string Posts = "/2/tweets";
    private const string Post = $"/2/tweets/{Id}";
    private const string Timeline = "/2/users/4455667788/tweets";

    protected override string Key => "x";

    protected override string Folder => "X";

    protected override string CreatePath => Posts;

    protected override string SightPath => Posts;

    protected override string StoppedReply => "out-of-credits";

    protected override string RejectedReply => "invalid";

    protected override AccountAccess Account { get; } = new(
        Guid.CreateVersion7(), "@NorthfieldJobs", "4455667788", null, new Dictionary<string, string> { ["access_token"] = "x-token-7Qm2" });

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
                Plan(HttpMethod.Post, Posts, "rate-limited");
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
                Network.Fail(HttpMethod.Post, Posts, new HttpRequestException(HttpRequestError.ResponseEnded));
                break;
            case Situation.CannotBeReached:
                Network.Fail(HttpMethod.Post, Posts, new HttpRequestException(HttpRequestError.NameResolutionError));
                break;
            case Situation.Removes:
                Plan(HttpMethod.Delete, Post, "deleted");
                break;
            case Situation.HasNothingToRemove:
                Plan(HttpMethod.Delete, Post, "not-found");
                break;
            case Situation.BreaksWhileRemoving:
                Plan(HttpMethod.Delete, Post, "broken");
                break;
            case Situation.StillShowsThePost:
                Plan(HttpMethod.Get, Posts, "post");
                break;
            case Situation.NoLongerShowsThePost:
                Plan(HttpMethod.Get, Posts, "post-gone");
                break;
            case Situation.ShowsTheTimeline:
                Plan(HttpMethod.Get, Timeline, "timeline");
                break;
            case Situation.ShowsAnEmptyTimeline:
                Plan(HttpMethod.Get, Timeline, "timeline-empty");
                break;
            case Situation.RefusesTheTokenWhenRead:
                Plan(HttpMethod.Get, Timeline, "signed-out");
                break;
            case Situation.TellsReach:
                Plan(HttpMethod.Get, Timeline, "metrics");
                Plan(HttpMethod.Get, "/2/users/me", "me");
                break;
            case Situation.LimitsTheRateOfReach:
                Plan(HttpMethod.Get, Timeline, "rate-limited");
                break;
        }

        return Task.FromResult(Id);
    }

    [Fact]
    public async Task The_text_goes_out_as_it_is_stored_and_with_nothing_else()
    {
        await ArrangeAsync(Situation.Publishes);

        await PublishAsync();

        var sent = Network.Sent.ShouldHaveSingleItem();
        sent.Headers["Authorization"].ShouldBe("Bearer x-token-7Qm2");
        var body = JsonDocument.Parse(sent.Body).RootElement;
        body.EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("text");
        body.GetProperty("text").GetString().ShouldBe(Request().Text);
    }

    [Fact]
    public async Task The_address_of_a_post_names_the_handle()
    {
        await ArrangeAsync(Situation.Publishes);

        (await PublishAsync()).ShouldBeOfType<PublishResult.Published>().Url.ShouldBe($"https://x.com/NorthfieldJobs/status/{Id}");
    }

    [Fact]
    public async Task An_audience_is_refused_rather_than_ignored()
    {
        var targeted = Request() with { Targeting = new Targeting([new TargetingFacet("jobFunctions", [new TargetingValue("urn:li:function:11", "Healthcare Services")])]) };

        (await PublishAsync(targeted)).ShouldBeOfType<PublishResult.Rejected>();
    }

    [Fact]
    public async Task An_invisible_mark_that_X_refuses_never_leaves()
        => (await PublishAsync(Request("ICU nurse\uFEFF"))).ShouldBeOfType<PublishResult.Rejected>().Reason.ShouldContain("U+FEFF");

    [Fact]
    public async Task All_pages_of_the_timeline_are_read()
    {
        Network.Answer(HttpMethod.Get, Timeline, 200, """{"data":[{"id":"2","text":"b","created_at":"2026-10-06T07:59:50.000Z"}],"meta":{"result_count":1,"next_token":"n1"}}""");
        Network.Answer(HttpMethod.Get, Timeline, 200, """{"data":[{"id":"1","text":"a","created_at":"2026-10-06T07:59:40.000Z"}],"meta":{"result_count":1}}""");

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Read>().Posts.Select(post => post.RemoteId).ShouldBe(["2", "1"]);

        Network.Sent[0].Url.Query.ShouldContain("start_time=2026-10-06T07%3A58%3A00Z");
        Network.Sent[1].Url.Query.ShouldContain("pagination_token=n1");
    }

    [Theory]
    [InlineData("""{"data":[{"id":"2","text":"b"}],"meta":{"result_count":1}}""")]
    [InlineData("""{"errors":[{"title":"Not Found Error"}]}""")]
    [InlineData("""{"data":[null],"meta":{}}""")]
    [InlineData("""<html>""")]
    public async Task A_timeline_that_tells_half_is_unreadable(string body)
    {
        Network.Answer(HttpMethod.Get, Timeline, 200, body);

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Failed>();
    }

    [Fact]
    public async Task Posts_older_than_the_timeline_asked_for_are_read_by_id_without_clicks()
    {
        Plan(HttpMethod.Get, Timeline, "metrics");
        Plan(HttpMethod.Get, Posts, "metrics-by-id");
        Plan(HttpMethod.Get, "/2/users/me", "me");

        var reading = (await ReadReachAsync(Id, "1880000000000000050", "1880000000000000051")).ShouldBeOfType<ReachReading.Read>();

        reading.Posts.Select(post => post.RemoteId).ShouldBe([Id, "1880000000000000050"]);
        reading.Posts[0].Values["link_clicks"].ShouldBe(31);
        reading.Posts[0].Values["reposts"].ShouldBe(3);
        reading.Posts[1].Values.ShouldNotContainKey("link_clicks");
        reading.Posts[1].Values["reposts"].ShouldBe(3);
        reading.Followers.ShouldBe(2310);
        Network.Sent[1].Url.Query.ShouldContain("tweet.fields=public_metrics");
    }

    [Fact]
    public async Task Numbers_that_X_may_not_tell_are_absent_beside_those_that_it_tells()
    {
        Network.Answer(HttpMethod.Get, Timeline, 200, $$$"""
            {"data":[{"id":"{{{Id}}}","public_metrics":{"impression_count":7,"retweet_count":2}}],"meta":{"result_count":1},
             "errors":[{"resource_id":"{{{Id}}}","field":"non_public_metrics","type":"https://api.x.com/2/problems/not-authorized-for-field","title":"Field Authorization Error"}]}
            """);
        Plan(HttpMethod.Get, "/2/users/me", "me");

        var values = (await ReadReachAsync(Id)).ShouldBeOfType<ReachReading.Read>().Posts.ShouldHaveSingleItem().Values;

        values.ShouldBe(new Dictionary<string, long> { ["impressions"] = 7, ["reposts"] = 2 }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("tweet.fields")]
    [InlineData("post.fields")]
    public async Task One_dialect_is_asked_in_and_both_are_read(string dialect)
    {
        using var network = new FakeNetwork();
        using var stage = new ChannelStage(network.StandIn, null, ("Channels:X:FieldsParameter", dialect));
        network.Answer(HttpMethod.Get, Timeline, 200, $$$"""{"data":[{"id":"{{{Id}}}","public_metrics":{"repost_count":4}},{"id":"2","public_metrics":{"retweet_count":5}}],"meta":{}}""");
        network.Answer(HttpMethod.Get, "/2/users/me", 200, """{"data":{"id":"4455667788","public_metrics":{"followers_count":9,"post_count":3}}}""");

        var reading = (await ((IReportsReach)stage.Catalog[new ChannelKey("x")]).ReadReachAsync([Id, "2"], Account, CancellationToken.None)).ShouldBeOfType<ReachReading.Read>();

        reading.Posts.Select(post => post.Values["reposts"]).ShouldBe([4, 5]);
        network.Sent[0].Url.Query.ShouldContain($"{dialect}=created_at");
        network.Sent[0].Url.Query.ShouldNotContain(dialect == "post.fields" ? "tweet.fields" : "post.fields");
    }

    [Theory]
    [InlineData("100", "0", 300, 3_600)]
    [InlineData("0", "0", 300, 3_600)]
    [InlineData("0", "12", 300, 300)]
    public async Task A_refused_account_waits_for_the_latest_of_its_used_up_limits(string remaining, string dayRemaining, int reset, int expected)
    {
        var now = Stage.Clock.GetUtcNow();
        string At(int seconds) => (now.ToUnixTimeSeconds() + seconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Network.Answer(HttpMethod.Post, Posts, 429, "{}", new Dictionary<string, string>
        {
            ["x-rate-limit-remaining"] = remaining, ["x-rate-limit-reset"] = At(reset),
            ["x-user-limit-24hour-remaining"] = dayRemaining, ["x-user-limit-24hour-reset"] = At(3_600),
        });

        (await PublishAsync()).ShouldBeOfType<PublishResult.RateLimited>().Until.ShouldBe(now.AddSeconds(expected));
    }

    [Fact]
    public async Task An_answer_that_X_gives_for_a_post_long_gone_counts_as_removed()
    {
        Network.Answer(HttpMethod.Delete, Post, 200, """{"data":{"deleted":false}}""");

        (await RemoveAsync(Id)).ShouldBeOfType<RemoveResult.Gone>();
    }
}
