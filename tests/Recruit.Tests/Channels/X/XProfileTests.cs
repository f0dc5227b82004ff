using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Shell;
using Recruit.Tests.Sandbox;
using Recruit.Tests.Support;

namespace Recruit.Tests.Channels.X;

public sealed class XProfileTests : BunitContext
{
    private const string Me = "/2/users/me";

    private readonly AccountAccess _account = new(Guid.CreateVersion7(), "@LakesideJobs", "5515715", null, new Dictionary<string, string> { ["access_token"] = "practice-5515715" });

    [Theory]
    [InlineData("{}", true, true)]
    [InlineData("""{"description":"We hire. https://t.co/a1"}""", true, true)]
    [InlineData("""{"description":"Openings at jobs.lakeside.example"}""", false, true)]
    [InlineData("""{"description":"https://t.co/a1","entities":{"description":{"urls":[{"url":"https://t.co/a1","expanded_url":"https://jobs.lakeside.example/jobs"}]}}}""", false, true)]
    [InlineData("""{"entities":{"url":{"urls":[null,{"expanded_url":"https://JOBS.lakeside.example"}]}},"pinned_tweet_id":"7"}""", false, false)]
    [InlineData("""{"pinned_post_id":"7"}""", true, false)]
    public async Task What_X_does_not_show_is_proposed(string profile, bool lacksLine, bool lacksPin)
    {
        using var network = new FakeNetwork();
        network.Answer(HttpMethod.Get, Me, 200, $$"""{"data":{{profile}}}""");

        var proposals = await ProposeAsync(network);

        proposals.Any(one => one.Words == "Job openings: https://jobs.lakeside.example/jobs").ShouldBe(lacksLine);
        proposals.Any(one => one.Words?.StartsWith("How to apply: choose an opening at https://jobs.lakeside.example/jobs", StringComparison.Ordinal) == true).ShouldBe(lacksPin);
        // Whether the label is there no answer tells.
        proposals[^1].Text.ShouldContain("the label of automated accounts");
    }

    [Theory]
    [InlineData("tweet.fields", "pinned_tweet_id")]
    [InlineData("post.fields", "pinned_post_id")]
    public async Task It_asks_once_in_one_dialect_and_writes_nothing(string dialect, string pinned)
    {
        using var network = new FakeNetwork();
        network.Answer(HttpMethod.Get, Me, 200, """{"data":{}}""");

        await ProposeAsync(network, ("Channels:X:FieldsParameter", dialect));

        var sent = network.Sent.ShouldHaveSingleItem();
        sent.Method.ShouldBe(HttpMethod.Get);
        Uri.UnescapeDataString(sent.Url.Query).ShouldBe($"?user.fields=description,entities,{pinned}");
    }

    [Theory]
    [InlineData(503, "")]
    [InlineData(200, "[]")]
    public async Task A_profile_that_is_not_shown_is_not_taken_for_an_empty_one(int status, string body)
    {
        using var network = new FakeNetwork();
        network.Answer(HttpMethod.Get, Me, status, body);

        var only = (await ProposeAsync(network)).ShouldHaveSingleItem();
        only.Words.ShouldBeNull();
        only.Text.ShouldContain("did not show");
    }

    [Fact]
    public async Task The_practice_network_shows_the_profile_that_the_trainer_gave()
    {
        await using var practice = await RunningSandbox.StartAsync();
        using var stage = new ChannelStage(HaveSite, practice.Clock, ("Channels:X:BaseUrl", practice.Http.BaseAddress!.AbsoluteUri));
        var x = (IProposesProfile)stage.Catalog[new ChannelKey("x")];
        (await x.ProposeAsync(_account, default)).Count.ShouldBe(3);

        using var facts = new StringContent("""{"bio":"Openings: https://jobs.lakeside.example","pinned":"77"}""");
        (await practice.SendAsync(HttpMethod.Put, $"/_sandbox/accounts/x/{RunningSandbox.Account}", facts)).Status.ShouldBe(200);
        (await x.ProposeAsync(_account, default)).Count.ShouldBe(1);
    }

    [Fact]
    public void The_page_shows_the_words_to_copy_and_says_that_nothing_is_changed()
    {
        var part = Render<ProfileProposals>(parameters => parameters.Add(one => one.Handle, "@LakesideJobs").Add(one => one.Proposals, [new ProfileProposal("Add this line:", "Job openings: here"), new ProfileProposal("Look there.")]));

        part.Find("blockquote").TextContent.ShouldBe("Job openings: here");
        part.FindAll("li").Count.ShouldBe(2);
        part.Markup.ShouldContain("Recruit changes no profile and pins no post.");
    }

    private static void HaveSite(IServiceCollection services) => services.Configure<SiteOptions>(site => site.BaseUrl = "https://jobs.lakeside.example");

    private async Task<IReadOnlyList<ProfileProposal>> ProposeAsync(FakeNetwork network, params (string, string)[] settings)
    {
        using var stage = new ChannelStage(services =>
        {
            network.StandIn(services);
            HaveSite(services);
        }, null, settings);
        return await ((IProposesProfile)stage.Catalog[new ChannelKey("x")]).ProposeAsync(_account, default);
    }
}
