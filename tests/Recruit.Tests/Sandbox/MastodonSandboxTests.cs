using Recruit.Channels;
using Recruit.Tests.Channels;

namespace Recruit.Tests.Sandbox;

public sealed class MastodonSandboxTests : SandboxContract
{
    protected override string Key => "mastodon";

    protected override string Folder => "Mastodon";

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
        => (await PublishAsync(Request() with { Media = [new HandedPicture("4711", "A ward")] })).ShouldBeOfType<PublishResult.Rejected>();

    [Fact]
    public async Task A_full_server_takes_no_picture()
    {
        await Practice.TroubleAsync(Key, "error-before", times: 1, on: "upload");

        (await HandInAsync()).ShouldBeOfType<HandIn.Failed>();
    }

    [Fact]
    public async Task A_key_is_forgotten_after_an_hour()
    {
        var first = await ArrangeAsync(Situation.CallsItDuplicate);
        Practice.Clock.Advance(TimeSpan.FromMinutes(61));

        (await PublishAsync(First)).ShouldBeOfType<PublishResult.Published>().RemoteId.ShouldNotBe(first);
    }

    [Fact]
    public void The_channel_promises_less_than_the_network_keeps()
        => ((IRepeatsSafely)Channel).RepeatsFor.ShouldNotBeNull().ShouldBeLessThan(TimeSpan.FromHours(1));
}
