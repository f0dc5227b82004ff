using System.Text.Json.Nodes;
using Recruit.Channels;
using Recruit.Tests.Channels;

namespace Recruit.Tests.Sandbox;

public sealed class BlueskySandboxTests : SandboxContract
{
    protected override string Key => "bluesky";

    protected override string Folder => "Bluesky";

    protected override AccountAccess Account { get; } = new(
        Guid.CreateVersion7(),
        "northfield.bsky.example",
        "did:plc:" + RunningSandbox.Account,
        null,
        new Dictionary<string, string> { ["access_token"] = "practice-" + RunningSandbox.Account, ["app_password"] = "practice-" + RunningSandbox.Account });

    [Fact]
    public async Task A_picture_that_was_handed_in_stands_on_the_timeline()
    {
        var picture = (await HandInAsync()).ShouldBeOfType<HandIn.Taken>().Picture;
        await PublishAsync(Request() with { Media = [picture] });

        var post = (await Practice.PostsAsync())[0]!;
        var shown = post["media"]![0]!.ToString();
        using var bytes = await Practice.Http.GetAsync(new Uri($"/_sandbox/media/{Key}/{shown}", UriKind.Relative));
        bytes.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await Practice.Http.GetStringAsync(new Uri($"/{Key}/{post["account"]}", UriKind.Relative))).ShouldContain(shown);
    }

    [Fact]
    public async Task A_picture_that_nobody_handed_in_cannot_be_named()
        => (await PublishAsync(Request() with { Media = [new HandedPicture("""{"$type":"blob","ref":{"$link":"bafkreinothing"},"mimeType":"image/png","size":8}""", "A ward")] })).ShouldBeOfType<PublishResult.Rejected>();

    [Fact]
    public async Task A_full_server_takes_no_picture()
    {
        await Practice.TroubleAsync(Key, "error-before", times: 1, on: "upload");

        (await HandInAsync()).ShouldBeOfType<HandIn.Failed>();
    }

    [Fact]
    public async Task Another_record_under_the_same_key_is_refused()
    {
        var id = await ArrangeAsync(Situation.CallsItDuplicate);

        (await PublishAsync(First with { Text = "Other words" })).ShouldBeOfType<PublishResult.Duplicate>().RemoteId.ShouldBe(id);
    }

    [Fact]
    public async Task A_session_ends_and_the_next_one_works()
    {
        var first = (await ((IConnectsByKey)Channel).TryKeysAsync(
            new Dictionary<string, string> { ["handle"] = Account.RemoteId, ["app_password"] = Account.Secrets["app_password"] }, CancellationToken.None)).ShouldBeOfType<LoginResult.LoggedIn>().Accounts[0];
        var account = Account with { Secrets = first.Secrets };
        Practice.Clock.Advance(TimeSpan.FromHours(3));
        (await Channel.PublishAsync(Request(), account, CancellationToken.None)).ShouldBeOfType<PublishResult.SignedOut>();

        var next = (await ((IRenewsTokens)Channel).RenewAsync(account, CancellationToken.None)).ShouldBeOfType<RenewResult.Renewed>();

        (await Channel.PublishAsync(Request(), account with { Secrets = next.Secrets }, CancellationToken.None)).ShouldBeOfType<PublishResult.Published>();
    }

    [Theory]
    [InlineData("self", "Invalid record key")]
    [InlineData("3jzfcijpj2z2a", "300 graphemes")]
    public async Task The_practice_network_refuses_what_the_lexicon_forbids(string key, string why)
    {
        var answer = await Practice.PostAsync("/xrpc/com.atproto.repo.putRecord", new JsonObject
        {
            ["repo"] = Account.RemoteId, ["collection"] = "app.bsky.feed.post", ["rkey"] = key,
            ["record"] = new JsonObject { ["$type"] = "app.bsky.feed.post", ["text"] = new string('n', 301), ["createdAt"] = "2026-10-06T08:00:00Z" },
        });

        answer.Status.ShouldBe(400);
        answer.Text.ShouldContain(why);
    }
}
