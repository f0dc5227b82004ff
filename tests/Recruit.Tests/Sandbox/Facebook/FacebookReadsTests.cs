namespace Recruit.Tests.Sandbox.Facebook;

public sealed class FacebookReadsTests
{
    private const string Page = $"/v26.0/{RunningSandbox.Account}";

    [Fact]
    public async Task The_real_link_stands_beside_the_wrapped_one()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.FeedAsync("a", ("link", "https://jobs.example.org/1?ref=a"));

        var list = await sandbox.GetAsync($"{Page}/published_posts?fields=id,attachments{{unshimmed_url,url,title}}");

        list.At("data.0.attachments.data.0.unshimmed_url").ShouldBe("https://jobs.example.org/1?ref=a");
        list.At("data.0.attachments.data.0.url")!.ShouldStartWith("https://l.facebook.com/l.php?u=");
        list.At("data.0.message").ShouldBeNull();
    }

    [Fact]
    public async Task Posts_are_picked_by_time_and_paged_by_cursor()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.FeedAsync("old");
        sandbox.Clock.Advance(TimeSpan.FromHours(1));
        await sandbox.FeedAsync("newer");
        await sandbox.FeedAsync("newest");

        var since = await sandbox.GetAsync($"{Page}/published_posts?since=1791275400");
        var first = await sandbox.GetAsync($"{Page}/published_posts?limit=2");
        var next = await sandbox.GetAsync(first.At("paging.next")!);

        since.Json!["data"]!.AsArray().Count.ShouldBe(2);
        first.At("data.0.message").ShouldBe("newest");
        next.At("data.0.message").ShouldBe("old");
        next.At("paging.next").ShouldBeNull();
        (await sandbox.GetAsync($"{Page}/published_posts?limit=101")).At("error.code").ShouldBe("100");
        (await sandbox.GetAsync($"{Page}/published_posts?fields=nonsense")).At("error.code").ShouldBe("100");
    }

    [Fact]
    public async Task Shares_are_absent_while_there_are_none_and_summaries_come_when_asked()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var id = (await sandbox.FeedAsync("a")).At("id");
        var path = $"/v26.0/{id}?fields=shares,reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)";
        var young = await sandbox.GetAsync(path);

        sandbox.Clock.Advance(TimeSpan.FromDays(3));
        var old = await sandbox.GetAsync(path);

        young.At("shares").ShouldBeNull();
        young.At("reactions.summary.total_count").ShouldBe("0");
        old.Json!["shares"]!["count"]!.GetValue<long>().ShouldBeGreaterThan(0);
        old.Json!["reactions"]!["summary"]!["total_count"]!.GetValue<long>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_page_tells_its_name_and_followers()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var page = await sandbox.GetAsync($"{Page}?fields=followers_count,fan_count,name");

        page.Json!["followers_count"]!.GetValue<int>().ShouldBeGreaterThan(page.Json!["fan_count"]!.GetValue<int>());
        page.At("name").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Insights_know_the_names_of_today()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var id = (await sandbox.FeedAsync("a", ("link", "https://jobs.example.org/1"))).At("id");
        sandbox.Clock.Advance(TimeSpan.FromDays(1));

        var answer = await sandbox.GetAsync($"/v26.0/{id}/insights?metric=post_media_view,post_clicks_by_type&period=lifetime");

        answer.At("data.0.name").ShouldBe("post_media_view");
        answer.Json!["data"]![0]!["values"]![0]!["value"]!.GetValue<long>().ShouldBeGreaterThan(0);
        answer.Json!["data"]![1]!["values"]![0]!["value"]!["link clicks"]!.GetValue<long>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task One_name_that_is_gone_fails_the_whole_call()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var id = (await sandbox.FeedAsync("a")).At("id");

        var gone = await sandbox.GetAsync($"/v26.0/{id}/insights?metric=post_media_view,post_impressions");

        gone.At("error.code").ShouldBe("100");
        gone.At("error.message")!.ShouldContain("must be a valid insights metric");
        (await sandbox.GetAsync($"/v26.0/{id}/insights")).At("error.code").ShouldBe("3001");
    }

    [Fact]
    public async Task A_page_with_few_followers_has_no_insights()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SendAsync(HttpMethod.Put, $"/_sandbox/accounts/facebook/{RunningSandbox.Account}", new StringContent("""{"followers":99}"""));
        var id = (await sandbox.FeedAsync("a")).At("id");

        (await sandbox.GetAsync($"/v26.0/{id}/insights?metric=post_media_view")).Json!["data"]!.AsArray().ShouldBeEmpty();
    }
}
