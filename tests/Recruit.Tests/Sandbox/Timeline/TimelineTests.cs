using System.Net;

namespace Recruit.Tests.Sandbox.Timeline;

public sealed class TimelineTests
{
    [Fact]
    public async Task The_x_timeline_shows_text_link_cost_and_the_ribbon()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TweetAsync("ICU nurse <nights> http://localhost:5080/go/a1 #nursing");

        var page = await sandbox.GetAsync("/x/5515715");

        page.Status.ShouldBe(200);
        page.ContentType.ShouldBe("text/html");
        page.Text.ShouldContain("Practice: nothing here is public");
        page.Text.ShouldContain("ICU nurse &lt;nights&gt;");
        page.Text.ShouldContain("href=\"http://localhost:5080/go/a1\"");
        page.Text.ShouldContain("$0.200 (with a link)");
        page.Text.ShouldNotContain("blazor");
        page.Header("Set-Cookie").ShouldBeNull();
    }

    [Fact]
    public async Task The_linkedin_timeline_names_the_target_and_a_removed_post_says_when()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var urn = (await sandbox.ShareAsync("Come", System.Text.Json.Nodes.JsonNode.Parse("""[{"jobFunctions":["urn:li:function:11"],"geoLocations":["urn:li:geo:103644278"]}]""")!.AsArray())).Header("x-restli-id")!;
        await sandbox.DeleteAsync($"/rest/posts/{Uri.EscapeDataString(urn)}");

        var page = await sandbox.GetAsync("/linkedin/5515715");

        WebUtility.HtmlDecode(page.Text).ShouldContain("Healthcare Services · United States");
        page.Text.ShouldContain("Removed Oct 6, 08:00 UTC");
    }

    [Fact]
    public async Task A_post_s_public_address_leads_to_its_place_on_the_timeline()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var tweet = (await sandbox.TweetAsync("a")).At("data.id");
        var urn = (await sandbox.ShareAsync("a")).Header("x-restli-id")!;
        var permalink = (await sandbox.FeedAsync("a", ("fields", "permalink_url"))).At("permalink_url")!;

        (await sandbox.GetAsync($"/i/web/status/{tweet}")).Header("Location").ShouldBe($"/x/5515715#post-{tweet}");
        (await sandbox.GetAsync($"/Jobs/status/{tweet}")).Header("Location").ShouldBe($"/x/5515715#post-{tweet}");
        (await sandbox.GetAsync($"/feed/update/{urn}/")).Header("Location").ShouldBe($"/linkedin/5515715#post-{urn[(urn.LastIndexOf(':') + 1)..]}");
        (await sandbox.GetAsync(permalink)).Header("Location")!.ShouldStartWith("/facebook/5515715#post-");
        (await sandbox.GetAsync("/x/5515715")).Text.ShouldContain($"id=\"post-{tweet}\"");
    }

    [Fact]
    public async Task The_index_lists_every_network_and_its_accounts()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.FeedAsync("a");

        var page = await sandbox.GetAsync("/");

        page.Text.ShouldContain("href=\"/facebook/5515715\"");
        page.Text.ShouldContain("No account yet");
    }

    [Fact]
    public async Task The_trainer_orders_and_clears_troubles_by_forms_that_lead_back()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var referer = ("Referer", (string?)new Uri(sandbox.Http.BaseAddress!, "/x/5515715").AbsoluteUri);
        using var order = new FormUrlEncodedContent([new("network", "x"), new("kind", "slow"), new("on", "create"), new("account", "5515715"), new("times", "2"), new("seconds", "")]);

        var ordered = await sandbox.SendAsync(HttpMethod.Post, "/_sandbox/troubles", order, referer);

        ordered.Status.ShouldBe(302);
        ordered.Header("Location").ShouldBe("/x/5515715");
        (await sandbox.GetAsync("/x/5515715")).Text.ShouldContain("X, account 5515715: answer slowly, 2 times");
        (await sandbox.SendAsync(HttpMethod.Post, "/_sandbox/troubles/clear", null, referer)).Status.ShouldBe(302);
        (await sandbox.GetAsync("/_sandbox/troubles")).Json!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_site_cannot_order_troubles()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.SendAsync(HttpMethod.Post, "/_sandbox/troubles/clear", null, ("Origin", "https://elsewhere.example"));

        answer.Status.ShouldBe(403);
    }
}
