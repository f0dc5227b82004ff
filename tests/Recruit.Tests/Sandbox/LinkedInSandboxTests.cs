using Recruit.Channels;
using Recruit.Tests.Channels;

namespace Recruit.Tests.Sandbox;

public sealed class LinkedInSandboxTests : SandboxContract
{
    protected override string Key => "linkedin";

    protected override string Folder => "LinkedIn";

    [Fact]
    public async Task Facts_of_an_opening_become_an_audience_that_the_network_takes()
    {
        await HaveFollowersAsync(2_000_000);
        var choice = await ((ITargetsAudiences)Channel).TargetAsync(
            new Audience("29-1141.03", "ICU Registered Nurse", "Minneapolis", "MN", "US"), Account, CancellationToken.None);

        choice.Note.ShouldContain("followers match");
        choice.Targeting.Facets.Select(facet => facet.Kind).ShouldBe(["jobFunctions", "seniorities", "geoLocations"]);
        (await PublishAsync(Request() with { Targeting = choice.Targeting })).ShouldBeOfType<PublishResult.Published>();
        (await Practice.PostsAsync())[0]!["targeting"]!.ToJsonString().ShouldContain("urn:li:function:11");
    }

    [Fact]
    public async Task An_audience_of_too_few_is_refused_in_plain_words()
    {
        await HaveFollowersAsync(400);
        var targeting = new Targeting([new TargetingFacet("jobFunctions", [new TargetingValue("urn:li:function:11", "Healthcare Services")])]);

        (await PublishAsync(Request() with { Targeting = targeting })).ShouldBeOfType<PublishResult.Rejected>().Reason.ShouldContain("300 followers");
    }

    [Fact]
    public async Task Words_in_all_reserved_signs_arrive_whole()
    {
        const string Words = @"ICU | {nights} @ 0.8 [FTE] (RN) <apply> # \ * _ ~ #nursing";

        await PublishAsync(Request(Words));

        (await Practice.PostsAsync())[0]!["text"]!.ToString().ShouldBe(Words);
        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Read>().Posts[0].Text.ShouldBe(Words);
    }

    [Fact]
    public async Task The_named_twin_of_a_duplicate_is_the_post_that_stands()
    {
        var first = (await PublishAsync()).ShouldBeOfType<PublishResult.Published>();

        (await PublishAsync()).ShouldBeOfType<PublishResult.Duplicate>().RemoteId.ShouldBe(first.RemoteId);
    }

    private async Task HaveFollowersAsync(int followers)
    {
        using var facts = new StringContent($$"""{"followers":{{followers}}}""");
        (await Practice.SendAsync(HttpMethod.Put, $"/_sandbox/accounts/linkedin/{RunningSandbox.Account}", facts)).Status.ShouldBe(200);
    }
}
