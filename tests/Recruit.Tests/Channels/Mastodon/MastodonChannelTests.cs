using System.Text.Json;
using Recruit.Channels;

namespace Recruit.Tests.Channels.Mastodon;

public sealed class MastodonChannelTests : RecordedContract
{
    private const string Id = "115330000000000123";
    private const string Statuses = "/api/v1/statuses";
    private const string Status = $"{Statuses}/{Id}";
    private const string Own = "/api/v1/accounts/109500000000005715/statuses";
    private const string Me = "/api/v1/accounts/verify_credentials";

    protected override string Key => "mastodon";

    protected override string Folder => "Mastodon";

    protected override string CreatePath => Statuses;

    protected override string SightPath => Status;

    protected override string StoppedReply => "scopes";

    protected override string RejectedReply => "invalid";

    protected override AccountAccess Account { get; } = new(
        Guid.CreateVersion7(),
        "@NorthfieldJobs@mastodon.example",
        "109500000000005715",
        new Uri("https://mastodon.example"),
        new Dictionary<string, string> { ["access_token"] = "mastodon-token-7Kq2" });

    protected override Task<string> ArrangeAsync(Situation situation)
    {
        switch (situation)
        {
            case Situation.Publishes or Situation.CallsItDuplicate:
                Plan(HttpMethod.Post, Statuses, "created");
                break;
            case Situation.LimitsTheRate:
                Plan(HttpMethod.Post, Statuses, "throttled");
                break;
            case Situation.RefusesTheToken:
                Plan(HttpMethod.Post, Statuses, "signed-out");
                break;
            case Situation.BreaksWhilePublishing:
                Plan(HttpMethod.Post, Statuses, "broken");
                break;
            case Situation.StaysSilent:
                Network.StaySilent(HttpMethod.Post, Statuses);
                break;
            case Situation.HangsUpAfterAccepting:
                Network.Fail(HttpMethod.Post, Statuses, new HttpRequestException("reset", new IOException()));
                break;
            case Situation.CannotBeReached:
                Network.Fail(HttpMethod.Post, Statuses, new HttpRequestException(HttpRequestError.NameResolutionError));
                break;
            case Situation.Removes:
                Plan(HttpMethod.Delete, Status, "deleted");
                break;
            case Situation.HasNothingToRemove:
                Plan(HttpMethod.Delete, Status, "not-found");
                break;
            case Situation.BreaksWhileRemoving:
                Plan(HttpMethod.Delete, Status, "broken");
                break;
            case Situation.StillShowsThePost:
                Plan(HttpMethod.Get, Status, "status");
                break;
            case Situation.NoLongerShowsThePost:
                Plan(HttpMethod.Get, Status, "not-found");
                break;
            case Situation.ShowsTheTimeline:
                Plan(HttpMethod.Get, Own, "statuses");
                break;
            case Situation.ShowsAnEmptyTimeline:
                Plan(HttpMethod.Get, Own, "statuses-empty");
                break;
            case Situation.RefusesTheTokenWhenRead:
                Plan(HttpMethod.Get, Own, "signed-out");
                break;
            case Situation.TellsReach:
                Plan(HttpMethod.Get, Status, "status");
                Plan(HttpMethod.Get, Me, "me");
                break;
            case Situation.LimitsTheRateOfReach:
                Plan(HttpMethod.Get, Status, "throttled");
                break;
        }

        return Task.FromResult(Id);
    }

    [Fact]
    public async Task A_post_goes_to_the_accounts_own_server_with_its_repeat_key()
    {
        await ArrangeAsync(Situation.Publishes);
        var request = Request();

        (await PublishAsync(request)).ShouldBeOfType<PublishResult.Published>().Url.ShouldBe("https://mastodon.example/@NorthfieldJobs/115330000000000123");

        var sent = Network.Sent.ShouldHaveSingleItem();
        sent.Url.AbsoluteUri.ShouldBe("https://mastodon.example/api/v1/statuses");
        sent.Headers["Authorization"].ShouldBe("Bearer mastodon-token-7Kq2");
        sent.Headers["Idempotency-Key"].ShouldBe(request.RepeatKey.ToString());
        var body = JsonDocument.Parse(sent.Body).RootElement;
        body.GetProperty("status").GetString().ShouldBe(request.Text);
        body.GetProperty("visibility").GetString().ShouldBe("public");
        body.GetProperty("language").GetString().ShouldBe("en");
    }

    [Fact]
    public async Task A_picture_is_handed_in_with_its_words_and_then_named()
    {
        Network.Answer(HttpMethod.Post, "/api/v2/media", 200, """{"id":"115330000000000777","type":"image","url":"https://files.mastodon.example/a.png"}""");
        var picture = (await HandInAsync()).ShouldBeOfType<HandIn.Taken>().Picture;
        await ArrangeAsync(Situation.Publishes);

        (await PublishAsync(Request() with { Media = [picture] })).ShouldBeOfType<PublishResult.Published>();

        Network.Sent[0].Headers["Authorization"].ShouldBe("Bearer mastodon-token-7Kq2");
        Network.Sent[0].Body.ShouldContain("Job opening: ICU nurse.");
        Network.Sent[0].Body.ShouldContain("image/png");
        JsonDocument.Parse(Network.Sent[1].Body).RootElement.GetProperty("media_ids").EnumerateArray().Select(id => id.GetString()).ShouldBe(["115330000000000777"]);
    }

    [Theory]
    [InlineData(202, """{"id":"1","url":null}""")]
    [InlineData(200, "{}")]
    [InlineData(403, """{"error":"This action is outside the authorized scopes"}""")]
    [InlineData(422, """{"error":"Validation failed: File has contents that are not what they are reported to be"}""")]
    [InlineData(429, "{}")]
    [InlineData(500, "<html>")]
    public async Task A_picture_that_is_not_there_is_not_named(int status, string body)
    {
        Network.Answer(HttpMethod.Post, "/api/v2/media", status, body);

        (await HandInAsync()).ShouldBeOfType<HandIn.Failed>().Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_account_without_a_server_sends_nothing()
    {
        var result = await Channel.PublishAsync(Request(), Account with { Server = null }, CancellationToken.None);

        result.ShouldBeOfType<PublishResult.AccountStopped>().Reason.ShouldContain("server");
        Network.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_throttled_account_rests_until_the_instant_in_the_header()
    {
        await ArrangeAsync(Situation.LimitsTheRate);

        (await PublishAsync()).ShouldBeOfType<PublishResult.RateLimited>().Until.ShouldBe(new DateTimeOffset(2026, 10, 6, 8, 5, 0, TimeSpan.Zero).AddTicks(196850));
    }

    [Fact]
    public async Task The_last_call_of_a_window_says_when_the_next_one_begins()
    {
        var reply = Reply("created");
        Network.Answer(HttpMethod.Post, Statuses, 200, reply.BodyText, new Dictionary<string, string>(reply.Headers!) { ["X-RateLimit-Remaining"] = "0" });

        (await PublishAsync()).ShouldBeOfType<PublishResult.Published>().RestUntil.ShouldNotBeNull();
    }

    [Fact]
    public async Task Pages_are_read_until_the_instant_is_passed()
    {
        Network.Answer(HttpMethod.Get, Own, 200, """[{"id":"9","created_at":"2026-10-06T07:59:50.000Z","content":"<p>b</p>"}]""");
        Network.Answer(HttpMethod.Get, Own, 200, """[{"id":"8","created_at":"2026-10-06T07:00:00.000Z","content":"<p>a</p>"}]""");

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Read>().Posts.ShouldHaveSingleItem().RemoteId.ShouldBe("9");

        Network.Sent[1].Url.Query.ShouldContain("max_id=9");
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("""[{"id":"1","content":"<p>a</p>"}]""")]
    [InlineData("{}")]
    public async Task A_timeline_that_tells_half_is_unreadable(string body)
    {
        Network.Answer(HttpMethod.Get, Own, 200, body);

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Failed>();
    }

    [Fact]
    public void Its_timeline_is_on_its_own_server()
        => Channel.TimelineUrl(Account).ShouldBe(new Uri("https://mastodon.example/@NorthfieldJobs"));
}
