namespace Recruit.Tests.Sandbox.Facebook;

public sealed class FacebookCreateTests
{
    private const string Page = $"/v26.0/{RunningSandbox.Account}";

    [Fact]
    public async Task A_post_answers_with_its_id_and_the_fields_asked_for()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.FeedAsync("ICU nurse", ("link", "https://jobs.example.org/1?ref=a"), ("fields", "id,permalink_url,created_time"), ("feed_targeting", """{"geo_locations":{"countries":["US"]},"locales":[6]}"""));

        answer.Status.ShouldBe(200);
        answer.At("id")!.ShouldMatch("^5515715_[0-9]+$");
        answer.At("created_time").ShouldBe("2026-10-06T08:00:00+0000");
        answer.At("permalink_url")!.ShouldContain("/facebook/5515715/posts/");
        var kept = (await sandbox.PostsAsync()).ShouldHaveSingleItem()!;
        kept["link"]!.ToString().ShouldBe("https://jobs.example.org/1?ref=a");
        kept["targeting"]!["feed_targeting"]!["geo_locations"]!["countries"]![0]!.ToString().ShouldBe("US");
    }

    [Fact]
    public async Task Json_and_a_token_among_the_parameters_work_as_well()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = sandbox.Token;
        sandbox.Token = "";

        var answer = await sandbox.PostAsync($"{Page}/feed", new System.Text.Json.Nodes.JsonObject { ["message"] = "a", ["access_token"] = token });

        answer.Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_same_words_twice_in_a_row_are_a_duplicate()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.FeedAsync("a");

        (await sandbox.FeedAsync("a")).At("error.code").ShouldBe("506");

        await sandbox.FeedAsync("b");
        (await sandbox.FeedAsync("a")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("revoked-5515715", 401, "190", "467")]
    [InlineData("practice-77", 403, "200", "2069032")]
    public async Task A_token_of_nobody_or_of_another_page_is_refused(string token, int status, string code, string subcode)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        sandbox.Token = token;

        var answer = await sandbox.FeedAsync("a");

        answer.Status.ShouldBe(status);
        answer.At("error.code").ShouldBe(code);
        answer.At("error.error_subcode").ShouldBe(subcode);
        answer.At("error.fbtrace_id").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("v20.0")]
    [InlineData("v27.0")]
    [InlineData("v26.5")]
    public async Task A_version_that_is_not_alive_is_an_error(string version)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        (await sandbox.GetAsync($"/{version}/{RunningSandbox.Account}")).At("error.code").ShouldBe("2635");
        (await sandbox.GetAsync($"/v21.0/{RunningSandbox.Account}")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("published", "true")]
    [InlineData("link", "not a link")]
    [InlineData("targeting", """{"genders":[1]}""")]
    [InlineData("targeting", """{"geo_locations":{"planets":["Mars"]}}""")]
    [InlineData("feed_targeting", "US")]
    [InlineData("scheduled_publish_time", "1791273900")]
    public async Task A_wrong_parameter_is_code_100(string name, string value)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.FormAsync($"{Page}/feed", name is "published" or "link" ? [(name, value)] : [("message", "a"), ("published", "false"), (name, value)]);

        answer.Status.ShouldBe(400);
        answer.At("error.code").ShouldBe("100");
        (await sandbox.PostsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Publishing_in_two_steps_shows_the_post_only_after_the_second_which_may_be_repeated()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var id = (await sandbox.FeedAsync("a", ("published", "false"))).At("id");
        (await sandbox.GetAsync($"{Page}/published_posts")).Json!["data"]!.AsArray().ShouldBeEmpty();

        (await sandbox.FormAsync($"/v26.0/{id}", ("is_published", "true"))).At("success").ShouldBe("true");
        (await sandbox.FormAsync($"/v26.0/{id}", ("is_published", "true"))).At("success").ShouldBe("true");

        (await sandbox.GetAsync($"{Page}/published_posts")).At("data.0.id").ShouldBe(id);
    }

    [Fact]
    public async Task A_scheduled_post_appears_at_its_time()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.FeedAsync("a", ("published", "false"), ("scheduled_publish_time", "1791277200"));
        (await sandbox.GetAsync($"{Page}/scheduled_posts")).At("data.0.message").ShouldBe("a");

        sandbox.Clock.Advance(TimeSpan.FromHours(1));

        (await sandbox.GetAsync($"{Page}/published_posts")).At("data.0.created_time").ShouldBe("2026-10-06T09:00:00+0000");
    }

    [Fact]
    public async Task A_photo_is_a_post_of_its_own()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent([0xFF, 0xD8, 0xFF, 0]), "source", "ward.jpg" },
            { new StringContent("Our ward"), "message" },
            { new StringContent("A bright ward"), "alt_text_custom" },
        };

        var answer = await sandbox.SendAsync(HttpMethod.Post, $"{Page}/photos", form);

        answer.At("post_id")!.ShouldStartWith("5515715_");
        (await sandbox.PostsAsync())[0]!["altText"]!.ToString().ShouldBe("A bright ward");
    }

    [Fact]
    public async Task A_removed_post_is_gone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var id = (await sandbox.FeedAsync("a")).At("id");

        (await sandbox.DeleteAsync($"/v26.0/{id}")).At("success").ShouldBe("true");

        (await sandbox.DeleteAsync($"/v26.0/{id}")).At("error.error_subcode").ShouldBe("33");
        (await sandbox.GetAsync($"/v26.0/{id}")).At("error.code").ShouldBe("100");
        (await sandbox.PostsAsync())[0]!["removedAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Usage_is_told_in_per_cent_until_the_limit_and_the_wait_in_minutes()
    {
        await using var sandbox = await RunningSandbox.StartAsync(options => options with { FacebookCalls = 4 });

        (await sandbox.FeedAsync("a")).Header("X-Business-Use-Case-Usage")!.ShouldContain("\"call_count\":25");
        for (var call = 0; call < 3; call++)
            await sandbox.GetAsync(Page);
        var refused = await sandbox.FeedAsync("b");

        refused.At("error.code").ShouldBe("80001");
        refused.Header("X-Business-Use-Case-Usage")!.ShouldContain("\"estimated_time_to_regain_access\":1440");
    }
}
