using System.Text;
using System.Text.Json;
using Recruit.Channels;
using Recruit.Channels.Bluesky;

namespace Recruit.Tests.Channels.Bluesky;

public sealed class BlueskyChannelTests : RecordedContract
{
    // The key of a first try at eight o'clock on October 6, 2026.
    private const string Id = "3mx6xldzc22d5";
    private const string Put = "/xrpc/com.atproto.repo.putRecord";
    private const string Delete = "/xrpc/com.atproto.repo.deleteRecord";
    private const string One = "/xrpc/com.atproto.repo.getRecord";
    private const string Own = "/xrpc/com.atproto.repo.listRecords";
    private const string Posts = "/xrpc/app.bsky.feed.getPosts";
    private const string Profile = "/xrpc/app.bsky.actor.getProfile";

    protected override string Key => "bluesky";

    protected override string Folder => "Bluesky";

    protected override string CreatePath => Put;

    protected override string SightPath => One;

    protected override string StoppedReply => "taken-down";

    protected override string RejectedReply => "invalid";

    protected override Guid RepeatKey => new("01998a00-0000-7000-8000-000000000123");

    protected override AccountAccess Account { get; } = new(
        Guid.CreateVersion7(),
        "@northfield.example",
        "did:plc:ewvi7nxzyoun6zhxrhs64oiz",
        null,
        new Dictionary<string, string> { ["access_token"] = "bluesky-access-4Tz9", ["refresh_token"] = "bluesky-refresh-1Mn8", ["app_password"] = "abcd-efgh-ijkl-mnop" });

    protected override Task<string> ArrangeAsync(Situation situation)
    {
        switch (situation)
        {
            case Situation.Publishes or Situation.CallsItDuplicate:
                Plan(HttpMethod.Post, Put, "created");
                break;
            case Situation.LimitsTheRate:
                Plan(HttpMethod.Post, Put, "throttled");
                break;
            case Situation.RefusesTheToken:
                Plan(HttpMethod.Post, Put, "expired");
                break;
            case Situation.BreaksWhilePublishing:
                Plan(HttpMethod.Post, Put, "broken");
                break;
            case Situation.StaysSilent:
                Network.StaySilent(HttpMethod.Post, Put);
                break;
            case Situation.HangsUpAfterAccepting:
                Network.Fail(HttpMethod.Post, Put, new HttpRequestException("reset", new IOException()));
                break;
            case Situation.CannotBeReached:
                Network.Fail(HttpMethod.Post, Put, new HttpRequestException(HttpRequestError.ConnectionError));
                break;
            case Situation.Removes or Situation.HasNothingToRemove:
                Plan(HttpMethod.Post, Delete, "deleted");
                break;
            case Situation.BreaksWhileRemoving:
                Plan(HttpMethod.Post, Delete, "broken");
                break;
            case Situation.StillShowsThePost:
                Plan(HttpMethod.Get, One, "record");
                break;
            case Situation.NoLongerShowsThePost:
                Plan(HttpMethod.Get, One, "not-found");
                break;
            case Situation.ShowsTheTimeline:
                Plan(HttpMethod.Get, Own, "records");
                break;
            case Situation.ShowsAnEmptyTimeline:
                Plan(HttpMethod.Get, Own, "records-empty");
                break;
            case Situation.RefusesTheTokenWhenRead:
                Plan(HttpMethod.Get, Own, "expired");
                break;
            case Situation.TellsReach:
                Plan(HttpMethod.Get, Posts, "posts");
                Plan(HttpMethod.Get, Profile, "profile");
                break;
            case Situation.LimitsTheRateOfReach:
                Plan(HttpMethod.Get, Posts, "throttled");
                break;
        }

        return Task.FromResult(Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picture_is_handed_in_and_stands_on_the_links_card_or_alone(bool hasLink)
    {
        const string blob = """{"$type":"blob","ref":{"$link":"bafkreiabc"},"mimeType":"image/png","size":40123}""";
        Network.Answer(HttpMethod.Post, "/xrpc/com.atproto.repo.uploadBlob", 200, $$"""{"blob":{{blob}}}""");
        var picture = (await HandInAsync()).ShouldBeOfType<HandIn.Taken>().Picture;
        await ArrangeAsync(Situation.Publishes);

        (await PublishAsync(Request() with { Media = [picture], Link = hasLink ? Link : null })).ShouldBeOfType<PublishResult.Published>();

        var embed = JsonDocument.Parse(Network.Sent[1].Body).RootElement.GetProperty("record").GetProperty("embed");
        var shown = hasLink ? embed.GetProperty("external").GetProperty("thumb") : embed.GetProperty("images")[0].GetProperty("image");
        shown.GetRawText().ShouldBe(blob);
        embed.GetProperty("$type").GetString().ShouldBe(hasLink ? "app.bsky.embed.external" : "app.bsky.embed.images");
        if (!hasLink)
            embed.GetProperty("images")[0].GetProperty("alt").GetString().ShouldBe(picture.AltText);
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, """{"blob":{"$type":"blob"}}""")]
    [InlineData(413, """{"error":"PayloadTooLarge","message":"request entity too large"}""")]
    [InlineData(429, "{}")]
    [InlineData(500, "<html>")]
    public async Task A_picture_that_is_not_there_is_not_named(int status, string body)
    {
        Network.Answer(HttpMethod.Post, "/xrpc/com.atproto.repo.uploadBlob", status, body);

        (await HandInAsync()).ShouldBeOfType<HandIn.Failed>().Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_post_is_a_record_under_a_key_that_its_first_try_fixed()
    {
        await ArrangeAsync(Situation.Publishes);
        var request = Request();

        var published = (await PublishAsync(request)).ShouldBeOfType<PublishResult.Published>();

        (published.RemoteId, published.Url, published.RequestId).ShouldBe((Id, $"https://bsky.app/profile/northfield.example/post/{Id}", "3mbx2abcdefg2"));
        var sent = Network.Sent.ShouldHaveSingleItem();
        sent.Url.AbsoluteUri.ShouldBe("https://bsky.social/xrpc/com.atproto.repo.putRecord");
        sent.Headers["Authorization"].ShouldBe("Bearer bluesky-access-4Tz9");
        var body = JsonDocument.Parse(sent.Body).RootElement;
        body.GetProperty("rkey").GetString().ShouldBe(Id);
        body.GetProperty("swapRecord").ValueKind.ShouldBe(JsonValueKind.Null);
        var record = body.GetProperty("record");
        record.GetProperty("createdAt").GetString().ShouldBe("2026-10-06T08:00:00.000Z");
        record.GetProperty("text").GetString().ShouldBe(request.Text);
        var card = record.GetProperty("embed").GetProperty("external");
        (card.GetProperty("uri").GetString(), card.GetProperty("title").GetString(), card.GetProperty("description").GetString()).ShouldBe((Link, "ICU nurse, nights", "Northfield General"));
        var facet = record.GetProperty("facets")[0];
        var bytes = Encoding.UTF8.GetBytes(request.Text)[facet.GetProperty("index").GetProperty("byteStart").GetInt32()..facet.GetProperty("index").GetProperty("byteEnd").GetInt32()];
        Encoding.UTF8.GetString(bytes).ShouldBe("#nursing");
        facet.GetProperty("features")[0].GetProperty("tag").GetString().ShouldBe("nursing");
    }

    [Fact]
    public async Task A_repetition_is_the_same_to_the_letter()
    {
        var request = Request();
        await ArrangeAsync(Situation.BreaksWhilePublishing);
        await PublishAsync(request);
        Stage.Clock.Advance(TimeSpan.FromMinutes(7));
        await ArrangeAsync(Situation.Publishes);
        (await PublishAsync(request)).ShouldBeOfType<PublishResult.Published>();

        Network.Sent[1].Body.ShouldBe(Network.Sent[0].Body);
    }

    [Fact]
    public async Task Another_record_under_the_key_is_a_duplicate_that_names_it()
    {
        Plan(HttpMethod.Post, Put, "swapped");

        (await PublishAsync()).ShouldBeOfType<PublishResult.Duplicate>().RemoteId.ShouldBe(Id);
    }

    [Fact]
    public async Task An_account_on_a_server_of_its_own_is_called_there()
    {
        await ArrangeAsync(Situation.Publishes);

        await Channel.PublishAsync(Request(), Account with { Server = new Uri("https://pds.northfield.example") }, CancellationToken.None);

        Network.Sent[0].Url.Host.ShouldBe("pds.northfield.example");
    }

    [Fact]
    public async Task A_text_of_too_many_bytes_never_leaves()
    {
        var family = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 200));
        Channel.Limits.Fits(family).ShouldBeTrue();

        (await PublishAsync(Request() with { Text = family })).ShouldBeOfType<PublishResult.Rejected>().Reason.ShouldContain("bytes");

        Network.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_that_a_program_dated_back_does_not_end_the_reading()
    {
        var now = Tid.Of(Stage.Clock.GetUtcNow(), Guid.NewGuid());
        Network.Answer(HttpMethod.Get, Own, 200, $$$"""{"records":[{"uri":"at://d/app.bsky.feed.post/{{{now}}}","value":{"text":"dated back","createdAt":"2020-01-01T00:00:00Z"}}],"cursor":"{{{now}}}"}""");
        Plan(HttpMethod.Get, Own, "records");

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Read>().Posts.ShouldHaveSingleItem().RemoteId.ShouldBe(Id);

        Network.Sent[1].Url.Query.ShouldContain("cursor=" + now);
    }

    [Theory]
    [InlineData("""{"records":[null]}""")]
    [InlineData("""{"records":[{"uri":"at://d/c/k","value":{"text":"a"}}]}""")]
    [InlineData("{}")]
    public async Task A_list_that_tells_half_is_unreadable(string body)
    {
        Network.Answer(HttpMethod.Get, Own, 200, body);

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Failed>();
    }
}
