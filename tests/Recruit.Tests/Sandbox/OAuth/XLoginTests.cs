namespace Recruit.Tests.Sandbox.OAuth;

public sealed class XLoginTests : IAsyncLifetime
{
    private RunningSandbox _sandbox = null!;
    private (string Id, string Secret) _app;

    public async Task InitializeAsync()
    {
        _sandbox = await RunningSandbox.StartAsync();
        _app = await _sandbox.AnnounceAsync("x");
    }

    public Task DisposeAsync() => _sandbox.DisposeAsync().AsTask();

    [Fact]
    public async Task A_login_gives_a_token_that_posts()
    {
        var answer = await _sandbox.XExchangeAsync(_app, await CodeAsync());

        answer.Status.ShouldBe(200, answer.Text);
        answer.At("token_type").ShouldBe("bearer");
        answer.At("expires_in").ShouldBe("7200");
        _sandbox.Token = answer.At("access_token")!;
        (await _sandbox.TweetAsync("ICU nurse")).Status.ShouldBe(201);
        (await _sandbox.GetAsync("/2/users/me")).At("data.id").ShouldBe(RunningSandbox.Account);
    }

    [Fact]
    public async Task A_code_lives_half_a_minute_and_works_once()
    {
        var late = await CodeAsync();
        _sandbox.Clock.Advance(TimeSpan.FromSeconds(31));
        (await _sandbox.XExchangeAsync(_app, late)).Status.ShouldBe(400);

        var code = await CodeAsync();
        (await _sandbox.XExchangeAsync(_app, code)).Status.ShouldBe(200);
        (await _sandbox.XExchangeAsync(_app, code)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_code_without_its_verifier_or_its_secret_is_worth_nothing()
    {
        (await _sandbox.XExchangeAsync(_app, await CodeAsync(), "another-secret")).Status.ShouldBe(400);
        (await _sandbox.XExchangeAsync((_app.Id, "wrong"), await CodeAsync())).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_token_ends_after_two_hours_and_its_refresh_token_gives_the_next()
    {
        var first = await _sandbox.XExchangeAsync(_app, await CodeAsync());
        _sandbox.Clock.Advance(TimeSpan.FromHours(2));
        _sandbox.Token = first.At("access_token")!;
        (await _sandbox.TweetAsync("ICU nurse")).Status.ShouldBe(401);

        var next = await RefreshAsync(first);
        _sandbox.Token = next.At("access_token")!;
        (await _sandbox.TweetAsync("ICU nurse")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_refresh_token_that_is_used_twice_takes_all_of_its_family_along()
    {
        var first = await _sandbox.XExchangeAsync(_app, await CodeAsync());
        var next = await RefreshAsync(first);

        (await RefreshAsync(first)).At("error").ShouldBe("invalid_grant");

        _sandbox.Token = next.At("access_token")!;
        (await _sandbox.TweetAsync("ICU nurse")).Status.ShouldBe(401);
        (await RefreshAsync(next)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Without_offline_access_there_is_no_refresh_token_and_without_tweet_write_no_post()
    {
        var back = await _sandbox.ConsentAsync(LoginSteps.XLogin(_app.Id), allow: ["tweet.read", "users.read"]);
        var answer = await _sandbox.XExchangeAsync(_app, back["code"]);

        answer.At("refresh_token").ShouldBeNull();
        answer.At("scope").ShouldBe("tweet.read users.read");
        _sandbox.Token = answer.At("access_token")!;
        (await _sandbox.TweetAsync("ICU nurse")).Status.ShouldBe(403);
        (await _sandbox.GetAsync("/2/users/me")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Whoever_cancels_goes_back_without_a_code()
    {
        var back = await _sandbox.ConsentAsync(LoginSteps.XLogin(_app.Id), refuse: true);
        back["error"].ShouldBe("access_denied");
        back["state"].ShouldBe("s1");
        back.ShouldNotContainKey("code");
    }

    [Fact]
    public async Task A_permission_that_is_taken_back_ends_at_once()
    {
        var answer = await _sandbox.XExchangeAsync(_app, await CodeAsync());
        await _sandbox.XTokenAsync(_app, ("grant_type", "x"));
        (await _sandbox.SendAsync(HttpMethod.Post, "/2/oauth2/revoke", new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = answer.At("access_token")! }), LoginSteps.Basic(_app))).Status.ShouldBe(200);

        _sandbox.Token = answer.At("access_token")!;
        (await _sandbox.TweetAsync("ICU nurse")).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("/2/oauth2/token")]
    [InlineData("/2/oauth2/revoke")]
    public async Task An_app_that_has_a_secret_must_prove_it(string path)
    {
        var form = new Dictionary<string, string>
        {
            ["client_id"] = _app.Id, ["client_secret"] = _app.Secret, ["grant_type"] = "authorization_code", ["code"] = await CodeAsync(), ["redirect_uri"] = LoginSteps.Back, ["code_verifier"] = LoginSteps.Verifier,
        };

        (await _sandbox.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(form), ("Authorization", null))).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("client_id=nobody")]
    [InlineData("redirect_uri=https://elsewhere.example/")]
    [InlineData("code_challenge_method=plain")]
    [InlineData("scope=tweet.read+everything")]
    [InlineData("state=")]
    public async Task A_login_that_is_asked_for_wrongly_is_explained_and_leads_nowhere(string change)
    {
        var name = change[..change.IndexOf('=', StringComparison.Ordinal)];
        var url = LoginSteps.XLogin(_app.Id);
        var wrong = System.Text.RegularExpressions.Regex.Replace(url, $"(?<=[?&]){name}=[^&]*", change);

        (await _sandbox.GetAsync(wrong)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task The_developer_page_lists_what_was_announced_and_allowed()
    {
        await _sandbox.XExchangeAsync(_app, await CodeAsync());

        var page = await _sandbox.GetAsync("/x/developer");

        page.Text.ShouldContain(_app.Id);
        page.Text.ShouldContain("Take it back");
    }

    [Fact]
    public async Task The_developer_page_leaves_out_what_can_never_act_again()
    {
        var back = await _sandbox.ConsentAsync(LoginSteps.XLogin(_app.Id), allow: ["tweet.read", "users.read"]);
        await _sandbox.XExchangeAsync(_app, back["code"]);

        _sandbox.Clock.Advance(TimeSpan.FromHours(3));

        (await _sandbox.GetAsync("/x/developer")).Text.ShouldNotContain("Take it back");
    }

    private async Task<string> CodeAsync() => (await _sandbox.ConsentAsync(LoginSteps.XLogin(_app.Id)))["code"];

    private Task<Answer> RefreshAsync(Answer tokens) => _sandbox.XTokenAsync(_app, ("grant_type", "refresh_token"), ("refresh_token", tokens.At("refresh_token") ?? ""));
}
