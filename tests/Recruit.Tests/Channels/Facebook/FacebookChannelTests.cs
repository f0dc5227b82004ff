using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Recruit.Channels;

namespace Recruit.Tests.Channels.Facebook;

public sealed class FacebookChannelTests : RecordedContract
{
    private const string Id = "1234567890_987654321";
    private const string Feed = "/v26.0/1234567890/feed";
    private const string Post = $"/v26.0/{Id}";
    private const string Published = "/v26.0/1234567890/published_posts";
    private const string Insights = $"/v26.0/{Id}/insights";
    private const string Page = "/v26.0/1234567890";

    protected override string Key => "facebook";

    protected override string Folder => "Facebook";

    protected override string CreatePath => Feed;

    protected override string SightPath => Post;

    protected override string StoppedReply => "denied";

    protected override string RejectedReply => "invalid";

    protected override AccountAccess Account { get; } = new(
        Guid.CreateVersion7(),
        "Northfield General",
        "1234567890",
        null,
        new Dictionary<string, string> { ["access_token"] = "fb-token-3Zp8", ["app_secret"] = "fb-secret-5Rt1" });

    protected override Task<string> ArrangeAsync(Situation situation)
    {
        switch (situation)
        {
            case Situation.Publishes:
                Plan(HttpMethod.Post, Feed, "created");
                break;
            case Situation.CallsItDuplicate:
                Plan(HttpMethod.Post, Feed, "duplicate");
                break;
            case Situation.LimitsTheRate:
                Plan(HttpMethod.Post, Feed, "throttled");
                break;
            case Situation.RefusesTheToken:
                Plan(HttpMethod.Post, Feed, "signed-out");
                break;
            case Situation.BreaksWhilePublishing:
                Plan(HttpMethod.Post, Feed, "broken");
                break;
            case Situation.StaysSilent:
                Network.StaySilent(HttpMethod.Post, Feed);
                break;
            case Situation.HangsUpAfterAccepting:
                Network.Fail(HttpMethod.Post, Feed, new HttpRequestException("reset", new IOException()));
                break;
            case Situation.CannotBeReached:
                Network.Fail(HttpMethod.Post, Feed, new HttpRequestException(HttpRequestError.SecureConnectionError));
                break;
            case Situation.Removes:
                Plan(HttpMethod.Delete, Post, "deleted");
                break;
            case Situation.HasNothingToRemove:
                Plan(HttpMethod.Delete, Post, "no-such-object");
                break;
            case Situation.BreaksWhileRemoving:
                Plan(HttpMethod.Delete, Post, "broken");
                break;
            case Situation.StillShowsThePost:
                Plan(HttpMethod.Get, Post, "counts");
                break;
            case Situation.NoLongerShowsThePost:
                Plan(HttpMethod.Get, Post, "no-such-object");
                break;
            case Situation.ShowsTheTimeline:
                Plan(HttpMethod.Get, Published, "published-posts");
                break;
            case Situation.ShowsAnEmptyTimeline:
                Plan(HttpMethod.Get, Published, "published-posts-empty");
                break;
            case Situation.RefusesTheTokenWhenRead:
                Plan(HttpMethod.Get, Published, "signed-out");
                break;
            case Situation.TellsReach:
                Plan(HttpMethod.Get, Post, "counts");
                Plan(HttpMethod.Get, Insights, "insights");
                Plan(HttpMethod.Get, Page, "followers");
                break;
            case Situation.LimitsTheRateOfReach:
                Plan(HttpMethod.Get, Post, "throttled");
                break;
        }

        return Task.FromResult(Id);
    }

    [Fact]
    public async Task A_post_is_a_form_with_the_words_the_link_and_the_proof()
    {
        await ArrangeAsync(Situation.Publishes);

        await PublishAsync();

        var sent = Network.Sent.ShouldHaveSingleItem();
        sent.Headers["Authorization"].ShouldBe("Bearer fb-token-3Zp8");
        var form = QueryHelpers.ParseQuery(sent.Body);
        form["message"].ToString().ShouldBe(Request().Text);
        form["link"].ToString().ShouldBe(Link);
        form["published"].ToString().ShouldBe("true");
        form["fields"].ToString().ShouldBe("id,permalink_url,created_time");
        // openssl dgst -sha256 -hmac fb-secret-5Rt1 of the token.
        form["appsecret_proof"].ToString().ShouldBe("598091ab5a3c2f59419c6ac11472fe87ef33eb003a6ab44a49ebe390800db462");
        sent.Url.Query.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_app_secret_there_is_no_proof()
    {
        await ArrangeAsync(Situation.Publishes);

        await Channel.PublishAsync(Request(), Account with { Secrets = new Dictionary<string, string> { ["access_token"] = "fb-token-3Zp8" } }, CancellationToken.None);

        Network.Sent[0].Body.ShouldNotContain("appsecret_proof");
    }

    [Fact]
    public async Task The_address_of_a_post_is_the_one_that_Facebook_names()
    {
        await ArrangeAsync(Situation.Publishes);

        (await PublishAsync()).ShouldBeOfType<PublishResult.Published>().Url.ShouldBe("https://www.facebook.com/1234567890/posts/987654321");
    }

    [Fact]
    public async Task A_throttled_page_rests_for_the_minutes_that_Facebook_names()
    {
        await ArrangeAsync(Situation.LimitsTheRate);

        (await PublishAsync()).ShouldBeOfType<PublishResult.RateLimited>().Until.ShouldBe(Stage.Clock.GetUtcNow().AddMinutes(37));
    }

    [Fact]
    public async Task All_pages_of_the_timeline_are_read()
    {
        Network.Answer(HttpMethod.Get, Published, 200, """
            {"data":[{"id":"2","message":"b","created_time":"2026-10-06T07:59:50+0000"}],"paging":{"cursors":{"after":"c1"},"next":"https://graph.facebook.com/next"}}
            """);
        Network.Answer(HttpMethod.Get, Published, 200, """{"data":[{"id":"1","message":"a","created_time":"2026-10-06T07:59:40+0000"}],"paging":{"cursors":{"after":"c2"}}}""");

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Read>().Posts.Select(post => post.RemoteId).ShouldBe(["2", "1"]);

        var since = Stage.Clock.GetUtcNow().AddMinutes(-2).ToUnixTimeSeconds();
        WebUtility.UrlDecode(Network.Sent[0].Url.Query).ShouldContain($"since={since}");
        Network.Sent[1].Url.Query.ShouldContain("after=c1");
    }

    [Theory]
    [InlineData("""{"data":[null]}""")]
    [InlineData("""{"data":[{"id":"1","created_time":"yesterday"}]}""")]
    [InlineData("""{"id":"1234567890"}""")]
    public async Task A_timeline_that_tells_half_is_unreadable(string body)
    {
        Network.Answer(HttpMethod.Get, Published, 200, body);

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Failed>();
    }

    [Fact]
    public async Task A_retired_metric_is_found_out_once_and_left_out_from_then_on()
    {
        Plan(HttpMethod.Get, Post, "counts");
        Plan(HttpMethod.Get, Insights, "metric-gone");
        Plan(HttpMethod.Get, Insights, "insights-views");
        Plan(HttpMethod.Get, Insights, "metric-gone");
        Plan(HttpMethod.Get, Insights, "insights-clicks");
        Plan(HttpMethod.Get, Page, "followers");
        var first = (await ReadReachAsync(Id)).ShouldBeOfType<ReachReading.Read>();

        first.Posts[0].Values.ShouldBe(new Dictionary<string, long> { ["reactions"] = 17, ["comments"] = 2, ["views"] = 1420, ["clicks"] = 38 }, ignoreOrder: true);

        Plan(HttpMethod.Get, Post, "counts");
        Plan(HttpMethod.Get, Insights, "insights");
        Plan(HttpMethod.Get, Page, "followers");
        await ReadReachAsync(Id);

        WebUtility.UrlDecode(Network.Sent[^2].Url.Query).ShouldContain("metric=post_media_view,post_clicks&");
    }

    [Fact]
    public async Task Insights_that_are_not_available_are_absent_and_not_zero()
    {
        Plan(HttpMethod.Get, Post, "counts");
        Plan(HttpMethod.Get, Insights, "insights-empty");
        Plan(HttpMethod.Get, Page, "followers");

        (await ReadReachAsync(Id)).ShouldBeOfType<ReachReading.Read>().Posts[0].Values.Keys.ShouldBe(["reactions", "comments"]);
    }

    [Fact]
    public async Task A_post_that_is_gone_has_no_numbers()
    {
        Plan(HttpMethod.Get, Post, "no-such-object");
        Plan(HttpMethod.Get, Page, "followers");

        (await ReadReachAsync(Id)).ShouldBeOfType<ReachReading.Read>().Posts.ShouldBeEmpty();
    }
}
