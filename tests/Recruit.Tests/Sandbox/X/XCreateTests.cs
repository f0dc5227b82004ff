using System.Text.Json.Nodes;

namespace Recruit.Tests.Sandbox.X;

public sealed class XCreateTests
{
    [Fact]
    public async Task A_post_is_answered_with_its_id_and_a_shortened_link()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.TweetAsync("ICU nurse, nights. Apply: http://localhost:5080/go/a1");

        answer.Status.ShouldBe(201);
        answer.At("data.id")!.ShouldMatch("^[0-9]{15,19}$");
        answer.At("data.text")!.ShouldMatch("^ICU nurse, nights. Apply: https://t.co/[A-Za-z0-9]{10}$");
        answer.Header("x-transaction-id").ShouldNotBeNull();
        var kept = (await sandbox.PostsAsync()).ShouldHaveSingleItem()!;
        kept["network"]!.ToString().ShouldBe("x");
        kept["account"]!.ToString().ShouldBe(RunningSandbox.Account);
        kept["link"]!.ToString().ShouldBe("http://localhost:5080/go/a1");
        kept["removedAt"].ShouldBeNull();
    }

    [Fact]
    public async Task The_same_text_is_refused_while_it_stands_and_within_a_day()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = await sandbox.TweetAsync("Night shift");

        var second = await sandbox.TweetAsync("Night shift");

        second.Status.ShouldBe(403);
        second.ContentType.ShouldBe("application/problem+json");
        second.At("type").ShouldBe("about:blank");
        second.At("detail").ShouldBe("You are not allowed to create a Tweet with duplicate content.");
        await sandbox.DeleteAsync($"/2/tweets/{first.At("data.id")}");
        (await sandbox.TweetAsync("Night shift")).Status.ShouldBe(201);
        sandbox.Clock.Advance(TimeSpan.FromHours(24));
        (await sandbox.TweetAsync("Night shift")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Another_account_may_say_the_same()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TweetAsync("Night shift");
        sandbox.Token = "practice-77";

        (await sandbox.TweetAsync("Night shift")).Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("""{"text":"a","color":"red"}""", "color")]
    [InlineData("""{"text":"a","media":{"media_ids":["1"],"alt":"x"}}""", "media.alt")]
    [InlineData("""{"text":5}""", "text")]
    [InlineData("""{}""", "text")]
    [InlineData("""{"text":"a\uFFFEb"}""", "text")]
    [InlineData("""{"text":"a","media":{"media_ids":["99"]}}""", "media.media_ids")]
    [InlineData("""{"text":"a","reply_settings":"nobody"}""", "reply_settings")]
    public async Task A_wrong_body_is_a_problem_that_names_the_parameter(string body, string parameter)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.PostAsync("/2/tweets", JsonNode.Parse(body)!);

        answer.Status.ShouldBe(400);
        answer.At("type").ShouldBe("https://api.x.com/2/problems/invalid-request");
        answer.At("parameter").ShouldBe(parameter);
        (await sandbox.PostsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"text":"a\uD800b"}""")]
    [InlineData("""{"text":"a","text":"b"}""")]
    [InlineData("""["a"]""")]
    [InlineData("text=a")]
    public async Task A_body_that_is_no_sound_json_object_is_refused(string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        (await sandbox.SendAsync(HttpMethod.Post, "/2/tweets", new StringContent(body))).Status.ShouldBe(400);
        (await sandbox.SendAsync(HttpMethod.Post, "/rest/posts", new StringContent(body))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Length_is_weighed_with_links_at_23()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var link = "http://localhost:5080/go/" + new string('a', 60);

        (await sandbox.TweetAsync($"{new string('x', 256)} {link}")).Status.ShouldBe(201);
        (await sandbox.TweetAsync($"{new string('x', 257)} {link}")).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("", "Unauthorized")]
    [InlineData("revoked-5515715", "Unauthorized")]
    [InlineData("something", "Unauthorized")]
    public async Task Without_a_practice_token_nobody_is_signed_in(string token, string title)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        sandbox.Token = token;

        var answer = await sandbox.TweetAsync("a");

        answer.Status.ShouldBe(401);
        answer.ContentType.ShouldBe("application/problem+json");
        answer.At("title").ShouldBe(title);
    }

    [Fact]
    public async Task Posts_above_the_limit_wait_for_the_next_quarter_of_an_hour()
    {
        await using var sandbox = await RunningSandbox.StartAsync(options => options with { XPosts = 2 });
        (await sandbox.TweetAsync("1")).Header("x-rate-limit-remaining").ShouldBe("1");
        await sandbox.TweetAsync("2");

        var third = await sandbox.TweetAsync("3");

        third.Status.ShouldBe(429);
        third.At("errors.0.code").ShouldBe("88");
        third.Header("x-rate-limit-limit").ShouldBe("2");
        third.Header("x-rate-limit-remaining").ShouldBe("0");
        third.Header("x-rate-limit-reset").ShouldBe(sandbox.Clock.GetUtcNow().AddMinutes(15).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(15));
        (await sandbox.TweetAsync("3")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_post_comes_down_once_and_only_by_its_author()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var id = (await sandbox.TweetAsync("a")).At("data.id");
        sandbox.Token = "practice-77";
        (await sandbox.DeleteAsync($"/2/tweets/{id}")).Status.ShouldBe(403);
        sandbox.Token = "practice-" + RunningSandbox.Account;

        (await sandbox.DeleteAsync($"/2/tweets/{id}")).At("data.deleted").ShouldBe("true");
        (await sandbox.DeleteAsync($"/2/tweets/{id}")).Status.ShouldBe(404);
        (await sandbox.PostsAsync())[0]!["removedAt"].ShouldNotBeNull();
    }
}
