using System.Net;
using Recruit.Sandbox;

namespace Recruit.Tests.Sandbox;

/// <summary>What the trainer's page offers, and what it does to the next call.</summary>
public sealed class SwitchesTests
{
    [Theory]
    [InlineData("x", "token", 401)]
    [InlineData("x", "limit", 429)]
    [InlineData("x", "limit-told", 429)]
    [InlineData("x", "duplicate", 403)]
    [InlineData("x", "credits", 402)]
    [InlineData("x", "broken", 500)]
    [InlineData("linkedin", "token", 401)]
    [InlineData("linkedin", "limit", 429)]
    [InlineData("linkedin", "duplicate", 422)]
    [InlineData("facebook", "limit-told", 400)]
    public async Task A_switch_strikes_every_call_until_it_is_switched_off(string network, string preset, int status)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await SetAsync(sandbox, network, preset, "on");
        await SetAsync(sandbox, network, preset, "on");

        (await CreateAsync(sandbox, network, "a")).Status.ShouldBe(status);
        (await CreateAsync(sandbox, network, "b")).Status.ShouldBe(status);
        (await sandbox.GetAsync("/troubles")).Text.ShouldContain(">On<");

        await SetAsync(sandbox, network, preset, "off");
        (await CreateAsync(sandbox, network, "c")).Status.ShouldBeInRange(200, 201);
        (await sandbox.GetAsync("/troubles")).Text.ShouldNotContain(">On<");
    }

    [Fact]
    public async Task The_page_offers_each_network_what_it_knows()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var page = WebUtility.HtmlDecode((await sandbox.GetAsync("/troubles")).Text);

        foreach (var network in Networks.All)
            foreach (var preset in TroublePreset.All)
                page.Contains($"\"/_sandbox/switches/{network}/{preset.Key}\"", StringComparison.Ordinal).ShouldBe(preset.Networks.Contains(network), $"{preset.Key} on {network}");
        page.ShouldContain("Versions die");
        page.ShouldContain("Retire the name of a number");
        (await sandbox.GetAsync("/")).Text.ShouldContain("href=\"/troubles\"");
    }

    [Theory]
    [InlineData("x", "versions", "on")]
    [InlineData("mastodon", "duplicate", "on")]
    [InlineData("x", "hang", "perhaps")]
    public async Task What_a_network_does_not_know_is_refused(string network, string preset, string to)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        (await sandbox.FormAsync($"/_sandbox/switches/{network}/{preset}", ("to", to))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_version_dies_with_all_before_it_and_comes_back()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.FormAsync("/_sandbox/versions/linkedin", ("retire", "202609"));

        var gone = await sandbox.ShareAsync("a");
        gone.Status.ShouldBe(426);
        gone.At("code").ShouldBe("NONEXISTENT_VERSION");
        (await sandbox.GetAsync("/troubles")).Text.ShouldContain("202609 and older are dead");
        using var newer = new StringContent(RunningSandbox.Share("a").ToJsonString());
        (await sandbox.SendAsync(HttpMethod.Post, "/rest/posts", newer, ("LinkedIn-Version", "202610"))).Status.ShouldBe(201);

        await sandbox.FormAsync("/_sandbox/versions/linkedin");
        (await sandbox.ShareAsync("b")).Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("202611")]
    [InlineData("202510")]
    [InlineData("soon")]
    public async Task The_newest_version_and_unknown_ones_cannot_die(string version)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        (await sandbox.FormAsync("/_sandbox/versions/linkedin", ("retire", version))).Status.ShouldBe(400);
        (await sandbox.ShareAsync("a")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_retired_name_fails_the_whole_question_until_all_is_switched_off()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var id = (await sandbox.FeedAsync("a")).At("id");
        var question = $"/v26.0/{id}/insights?metric=post_media_view,post_clicks&period=lifetime";
        (await sandbox.GetAsync(question)).Status.ShouldBe(200);

        (await sandbox.FormAsync("/_sandbox/insights/facebook", ("retire", "post_clicks"))).Status.ShouldBe(302);
        var refused = await sandbox.GetAsync(question);
        refused.Status.ShouldBe(400);
        refused.At("error.code").ShouldBe("100");
        (await sandbox.GetAsync($"/v26.0/{id}/insights?metric=post_media_view&period=lifetime")).Status.ShouldBe(200);
        (await sandbox.FormAsync("/_sandbox/insights/facebook", ("retire", "post_luck"))).Status.ShouldBe(400);

        await sandbox.FormAsync("/_sandbox/switches/off");
        (await sandbox.GetAsync(question)).Status.ShouldBe(200);
    }

    private static async Task SetAsync(RunningSandbox sandbox, string network, string preset, string to)
        => (await sandbox.FormAsync($"/_sandbox/switches/{network}/{preset}", ("to", to))).Status.ShouldBe(302);

    private static Task<Answer> CreateAsync(RunningSandbox sandbox, string network, string text) => network switch
    {
        "x" => sandbox.TweetAsync(text),
        "linkedin" => sandbox.ShareAsync(text),
        _ => sandbox.FeedAsync(text),
    };
}
