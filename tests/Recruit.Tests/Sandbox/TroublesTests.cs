namespace Recruit.Tests.Sandbox;

public sealed class TroublesTests
{
    [Theory]
    [InlineData("x")]
    [InlineData("linkedin")]
    [InlineData("facebook")]
    public async Task Accept_then_close_keeps_the_post_and_drops_the_connection(string network)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TroubleAsync(network, "accept-then-close", times: 1);

        await Should.ThrowAsync<HttpRequestException>(() => CreateAsync(sandbox, network, "a"));

        (await sandbox.PostsAsync()).ShouldHaveSingleItem()!["text"]!.ToString().ShouldBe("a");
        (await CreateAsync(sandbox, network, "b")).Status.ShouldBeInRange(200, 201);
    }

    [Theory]
    [InlineData("x", "error-before", 0)]
    [InlineData("x", "error-after", 1)]
    [InlineData("linkedin", "error-before", 0)]
    [InlineData("linkedin", "error-after", 1)]
    [InlineData("facebook", "error-before", 0)]
    [InlineData("facebook", "error-after", 1)]
    public async Task A_server_error_comes_before_or_after_accepting(string network, string kind, int kept)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TroubleAsync(network, kind, times: 1);

        (await CreateAsync(sandbox, network, "a")).Status.ShouldBe(500);

        (await sandbox.PostsAsync()).Count.ShouldBe(kept);
    }

    [Theory]
    [InlineData("x", "unauthorized", 401)]
    [InlineData("linkedin", "unauthorized", 401)]
    [InlineData("facebook", "unauthorized", 401)]
    [InlineData("x", "duplicate", 403)]
    [InlineData("linkedin", "duplicate", 422)]
    [InlineData("facebook", "duplicate", 400)]
    [InlineData("x", "rate-limit", 429)]
    [InlineData("linkedin", "rate-limit", 429)]
    [InlineData("facebook", "rate-limit", 400)]
    [InlineData("x", "credits", 402)]
    public async Task A_refusal_keeps_nothing_and_wears_the_network_s_own_status(string network, string kind, int status)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TroubleAsync(network, kind);

        (await CreateAsync(sandbox, network, "a")).Status.ShouldBe(status);
        (await CreateAsync(sandbox, network, "b")).Status.ShouldBe(status);

        (await sandbox.PostsAsync()).ShouldBeEmpty();
        await sandbox.DeleteAsync("/_sandbox/troubles");
        (await CreateAsync(sandbox, network, "a")).Status.ShouldBeInRange(200, 201);
    }

    [Fact]
    public async Task A_rate_limit_says_when_to_come_back_only_if_told_to()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TroubleAsync("x", "rate-limit", times: 1, seconds: 120);
        await sandbox.TroubleAsync("x", "rate-limit", times: 1);

        var told = await sandbox.TweetAsync("a");
        var silent = await sandbox.TweetAsync("a");

        told.Header("x-rate-limit-reset").ShouldBe(sandbox.Clock.GetUtcNow().AddSeconds(120).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        told.Header("x-rate-limit-remaining").ShouldBe("0");
        silent.Header("x-rate-limit-reset").ShouldBeNull();
    }

    [Theory]
    [InlineData("hang", 0)]
    [InlineData("accept-then-hang", 1)]
    public async Task A_hanging_call_never_answers_and_ends_with_its_caller(string kind, int kept)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TroubleAsync("x", kind, times: 1);
        using var patience = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/2/tweets") { Content = new StringContent("""{"text":"a"}""") };
        request.Headers.Authorization = new("Bearer", sandbox.Token);

        var call = sandbox.Http.SendAsync(request, patience.Token);
        await StruckAsync(sandbox);

        call.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
        (await sandbox.PostsAsync()).Count.ShouldBe(kept);
    }

    [Fact]
    public async Task A_slow_call_is_right_but_late()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TroubleAsync("x", "slow", times: 1, seconds: 5);

        var call = sandbox.TweetAsync("a");
        (await sandbox.PostsAsync()).ShouldBeEmpty();
        while (!call.IsCompleted)
        {
            sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
            await sandbox.GetAsync("/_sandbox/health");
        }

        (await call).Status.ShouldBe(201);
    }

    [Fact]
    public async Task The_call_log_tells_when_each_call_came_and_how_it_was_answered()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TroubleAsync("x", "rate-limit", times: 1);
        await sandbox.TweetAsync("a");
        await sandbox.TweetAsync("a");

        var calls = (await sandbox.GetAsync("/_sandbox/calls")).Json!.AsArray();

        calls.Select(call => call!["status"]!.GetValue<int>()).ShouldBe([429, 201]);
        calls[0]!["account"]!.ToString().ShouldBe(RunningSandbox.Account);
        await sandbox.DeleteAsync("/_sandbox/calls");
        (await sandbox.GetAsync("/_sandbox/calls")).Json!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shorter_window_lets_a_client_back_in_sooner()
    {
        await using var sandbox = await RunningSandbox.StartAsync(options => options with { XPosts = 1, XWindow = TimeSpan.FromSeconds(15) });
        (await sandbox.TweetAsync("a")).Status.ShouldBe(201);
        (await sandbox.TweetAsync("b")).Status.ShouldBe(429);

        sandbox.Clock.Advance(TimeSpan.FromSeconds(15));

        (await sandbox.TweetAsync("b")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Troubles_keep_to_their_account_and_their_kind_of_call()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TroubleAsync("x", "error-before", account: "77");
        await sandbox.TroubleAsync("x", "error-before", on: "remove");

        var posted = await sandbox.TweetAsync("a");

        posted.Status.ShouldBe(201);
        (await sandbox.DeleteAsync($"/2/tweets/{posted.At("data.id")}")).Status.ShouldBe(500);
        (await sandbox.GetAsync("/2/users/me")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_refused_call_does_not_use_up_a_trouble_that_needs_a_post()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.TroubleAsync("x", "error-after", times: 1);
        (await sandbox.TweetAsync("")).Status.ShouldBe(400);

        (await sandbox.TweetAsync("a")).Status.ShouldBe(500);
        (await sandbox.GetAsync("/_sandbox/troubles")).Json!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"network":"y","kind":"hang"}""")]
    [InlineData("""{"network":"x","kind":"quake"}""")]
    [InlineData("""{"network":"x","kind":"hang","times":0}""")]
    [InlineData("""{"network":"x","kind":"hang","on":"sundays"}""")]
    [InlineData("""{"network":"facebook","kind":"credits"}""")]
    [InlineData("[]")]
    public async Task An_order_that_makes_no_sense_is_explained(string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.PostAsync("/_sandbox/troubles", System.Text.Json.Nodes.JsonNode.Parse(body)!);

        answer.Status.ShouldBe(400);
        answer.Text.ShouldContain("accept-then-close");
    }

    private static async Task StruckAsync(RunningSandbox sandbox)
    {
        while ((await sandbox.GetAsync("/_sandbox/troubles")).Json!.AsArray().Count > 0)
        {
        }
    }

    private static Task<Answer> CreateAsync(RunningSandbox sandbox, string network, string text) => network switch
    {
        "x" => sandbox.TweetAsync(text),
        "linkedin" => sandbox.ShareAsync(text),
        _ => sandbox.FeedAsync(text),
    };
}
