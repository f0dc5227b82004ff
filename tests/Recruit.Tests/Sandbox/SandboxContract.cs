using Recruit.Channels;
using Recruit.Tests.Channels;

namespace Recruit.Tests.Sandbox;

/// <summary>The contract of channels once more, on the practice network: channel and practice must agree without having met.</summary>
public abstract class SandboxContract : ChannelContract
{
    private ChannelStage? _stage;

    protected override ChannelStage Stage => _stage ??= new ChannelStage(clock: Practice.Clock, settings: [
        ("Channels:X:BaseUrl", Practice.Http.BaseAddress!.AbsoluteUri),
        ("Channels:LinkedIn:BaseUrl", Practice.Http.BaseAddress!.AbsoluteUri),
        ("Channels:Facebook:BaseUrl", Practice.Http.BaseAddress!.AbsoluteUri),
        ("Channels:Mastodon:BaseUrl", Practice.Http.BaseAddress!.AbsoluteUri),
        ("Channels:Bluesky:BaseUrl", Practice.Http.BaseAddress!.AbsoluteUri)]);

    protected RunningSandbox Practice { get; private set; } = null!;

    protected override AccountAccess Account { get; } = new(
        Guid.CreateVersion7(),
        "NorthfieldJobs",
        RunningSandbox.Account,
        null,
        new Dictionary<string, string> { ["access_token"] = "practice-" + RunningSandbox.Account });

    public override async Task InitializeAsync() => Practice = await RunningSandbox.StartAsync();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Practice.DisposeAsync();
    }

    protected override async Task<string> ArrangeAsync(Situation situation)
    {
        switch (situation)
        {
            case Situation.CallsItDuplicate:
                return (await PublishAsync(First)).ShouldBeOfType<PublishResult.Published>().RemoteId;
            case Situation.LimitsTheRate:
                await Practice.TroubleAsync(Key, "rate-limit", times: 1, seconds: 60);
                break;
            case Situation.RefusesTheToken:
                await Practice.TroubleAsync(Key, "unauthorized", times: 1);
                break;
            case Situation.BreaksWhilePublishing:
                await Practice.TroubleAsync(Key, "error-after", times: 1);
                break;
            case Situation.StaysSilent:
                await Practice.TroubleAsync(Key, "accept-then-hang", times: 1);
                break;
            case Situation.HangsUpAfterAccepting:
                await Practice.TroubleAsync(Key, "accept-then-close", times: 1);
                break;
            case Situation.CannotBeReached:
                await Practice.DisposeAsync();
                break;
            case Situation.Removes:
                return await PublishedAsync();
            case Situation.StillShowsThePost:
                return await PublishedAsync();
            case Situation.HasNothingToRemove or Situation.NoLongerShowsThePost:
                var gone = await PublishedAsync();
                await RemoveAsync(gone);
                return gone;
            case Situation.BreaksWhileRemoving:
                await Practice.TroubleAsync(Key, "error-before", times: 1, on: "remove");
                return await PublishedAsync();
            case Situation.ShowsTheTimeline:
                return (await Practice.PostsAsync()).FirstOrDefault()?["id"]?.ToString() ?? await PublishedAsync();
            case Situation.RefusesTheTokenWhenRead:
                await Practice.TroubleAsync(Key, "unauthorized", times: 1, on: "read");
                break;
            case Situation.TellsReach:
                var id = await PublishedAsync();
                Practice.Clock.Advance(TimeSpan.FromHours(3));
                return id;
            case Situation.LimitsTheRateOfReach:
                await Practice.TroubleAsync(Key, "rate-limit", times: 1, seconds: 60, on: "read");
                return await PublishedAsync();
        }

        return "";
    }

    protected override async Task<bool> ArrangeAsync(Refusal refusal)
    {
        if (refusal.Practice is not { } code)
            return false;
        (await Practice.TroubleAsync(Key, "refuse", times: 1, code: code)).Status.ShouldBe(201, refusal.Row);
        return true;
    }

    private async Task<string> PublishedAsync() => (await PublishAsync()).ShouldBeOfType<PublishResult.Published>().RemoteId;

    [Fact]
    public async Task The_address_of_a_post_leads_to_it_on_the_timeline()
    {
        var published = (await PublishAsync()).ShouldBeOfType<PublishResult.Published>();

        using var answer = await Practice.Http.GetAsync(new Uri(published.Url!));

        ((int)answer.StatusCode).ShouldBe(302);
        var place = answer.Headers.Location!.ToString().Split('#');
        place[0].ShouldBe(Channel.TimelineUrl(Account).AbsolutePath);
        (await Practice.GetAsync(place[0])).Text.ShouldContain($"id=\"{place[1]}\"");
    }

    [Fact]
    public async Task The_practice_network_shows_what_was_sent()
    {
        await PublishAsync();

        var post = (await Practice.PostsAsync()).ShouldHaveSingleItem()!;
        post["network"]!.ToString().ShouldBe(Key);
        post["text"]!.ToString().ShouldBe(Request().Text);
        post["link"]!.ToString().ShouldBe(Link);
    }

    [Fact]
    public async Task A_post_that_stands_behind_an_error_is_found_by_reading_back()
    {
        await ArrangeAsync(Situation.BreaksWhilePublishing);

        (await PublishAsync()).ShouldBeOfType<PublishResult.NoAnswer>();

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Read>().Posts.ShouldHaveSingleItem().Text.ShouldBe(Request().Text);
    }

    [Fact]
    public async Task A_removed_post_is_no_longer_read_back()
    {
        await RemoveAsync(await PublishedAsync());

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Read>().Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_posts_than_a_page_are_all_read_back()
    {
        for (var number = 0; number < 60; number++)
            (await PublishAsync(Request($"Opening number {number}"))).ShouldBeOfType<PublishResult.Published>();

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Read>().Posts.Count.ShouldBe(60);
    }
}
