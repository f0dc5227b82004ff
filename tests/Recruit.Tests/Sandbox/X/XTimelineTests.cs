namespace Recruit.Tests.Sandbox.X;

public sealed class XTimelineTests
{
    private const string Timeline = $"/2/users/{RunningSandbox.Account}/tweets";

    [Fact]
    public async Task An_empty_timeline_has_no_data_member()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.GetAsync(Timeline);

        answer.Status.ShouldBe(200);
        answer.Json!.AsObject().ContainsKey("data").ShouldBeFalse();
        answer.At("meta.result_count").ShouldBe("0");
    }

    [Fact]
    public async Task The_newest_come_first_and_the_rest_behind_a_token()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        for (var number = 1; number <= 7; number++)
            await sandbox.TweetAsync($"post {number}");

        var first = await sandbox.GetAsync($"{Timeline}?max_results=5");
        var second = await sandbox.GetAsync($"{Timeline}?max_results=5&pagination_token={first.At("meta.next_token")}");

        first.Json!["data"]!.AsArray().Select(post => post!["text"]!.ToString()).ShouldBe(["post 7", "post 6", "post 5", "post 4", "post 3"]);
        second.Json!["data"]!.AsArray().Select(post => post!["text"]!.ToString()).ShouldBe(["post 2", "post 1"]);
        second.At("meta.next_token").ShouldBeNull();
    }

    [Fact]
    public async Task Posts_are_picked_by_time_and_by_id_and_removed_ones_are_gone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var early = (await sandbox.TweetAsync("early")).At("data.id");
        sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        await sandbox.TweetAsync("late");
        var gone = (await sandbox.TweetAsync("gone")).At("data.id");
        await sandbox.DeleteAsync($"/2/tweets/{gone}");

        var bySince = await sandbox.GetAsync($"{Timeline}?since_id={early}");
        var byTime = await sandbox.GetAsync($"{Timeline}?start_time=2026-10-06T08:05:00Z");
        var before = await sandbox.GetAsync($"{Timeline}?end_time=2026-10-06T08:05:00Z");

        bySince.At("meta.result_count").ShouldBe("1");
        byTime.At("data.0.text").ShouldBe("late");
        before.At("data.0.text").ShouldBe("early");
    }

    [Theory]
    [InlineData("max_results=4")]
    [InlineData("max_results=101")]
    [InlineData("start_time=yesterday")]
    [InlineData("since_id=abc")]
    [InlineData("pagination_token=abc")]
    [InlineData("exclude=everything")]
    [InlineData("tweet.fields=id&post.fields=id")]
    public async Task A_wrong_question_is_refused(string query)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        (await sandbox.GetAsync($"{Timeline}?{query}")).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("tweet.fields", "retweet_count", "edit_history_tweet_ids")]
    [InlineData("post.fields", "repost_count", "edit_history_post_ids")]
    public async Task Each_dialect_is_answered_in_its_own_words(string parameter, string reposts, string history)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TweetAsync("Apply: http://localhost:5080/go/a1 #nursing");
        sandbox.Clock.Advance(TimeSpan.FromDays(1));

        var post = (await sandbox.GetAsync($"{Timeline}?{parameter}=created_at,entities,public_metrics,non_public_metrics,unheard_of")).Json!["data"]![0]!;

        post["public_metrics"]!.AsObject().ContainsKey(reposts).ShouldBeTrue();
        post.AsObject().ContainsKey(history).ShouldBeTrue();
        post["created_at"]!.ToString().ShouldBe("2026-10-06T08:00:00.000Z");
        post["entities"]!["urls"]![0]!["expanded_url"]!.ToString().ShouldBe("http://localhost:5080/go/a1");
        post["entities"]!["hashtags"]![0]!["tag"]!.ToString().ShouldBe("nursing");
        post["non_public_metrics"]!["url_link_clicks"]!.GetValue<long>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Numbers_only_grow_and_the_private_ones_end_after_thirty_days()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TweetAsync("a");
        var seen = new List<long>();
        for (var hour = 0; hour < 20; hour++)
        {
            seen.Add((await sandbox.GetAsync($"{Timeline}?tweet.fields=public_metrics")).Json!["data"]![0]!["public_metrics"]!["impression_count"]!.GetValue<long>());
            sandbox.Clock.Advance(TimeSpan.FromHours(1));
        }

        sandbox.Clock.Advance(TimeSpan.FromDays(30));
        var old = await sandbox.GetAsync($"{Timeline}?tweet.fields=non_public_metrics,public_metrics");

        seen.ShouldBe(seen.Order());
        seen[0].ShouldBe(0);
        seen[^1].ShouldBeGreaterThan(100);
        old.Status.ShouldBe(200);
        old.At("data.0.non_public_metrics").ShouldBeNull();
        old.At("data.0.public_metrics.impression_count").ShouldNotBeNull();
        old.At("errors.0.type").ShouldBe("https://api.x.com/2/problems/not-authorized-for-field");
    }
}
