using System.Text.Json.Nodes;

namespace Recruit.Tests.Sandbox.LinkedIn;

public sealed class LinkedInCreateTests
{
    [Fact]
    public async Task A_post_is_answered_by_a_header_alone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.ShareAsync(
            @"ICU nurse \(nights\). {hashtag|\#|nursing}",
            Targets("""[{"geoLocations":["urn:li:geo:103644278"],"jobFunctions":["urn:li:function:11"]}]"""),
            JsonNode.Parse("""{"article":{"source":"https://jobs.example.org/j/1?ref=a","title":"ICU nurse"}}""")!.AsObject());

        answer.Status.ShouldBe(201);
        answer.Text.ShouldBeEmpty();
        answer.Header("x-restli-id")!.ShouldStartWith("urn:li:share:");
        answer.Header("x-li-uuid").ShouldNotBeNull();
        var kept = (await sandbox.PostsAsync()).ShouldHaveSingleItem()!;
        kept["text"]!.ToString().ShouldBe("ICU nurse (nights). #nursing");
        kept["link"]!.ToString().ShouldBe("https://jobs.example.org/j/1?ref=a");
        kept["targeting"]![0]!["jobFunctions"]![0]!.ToString().ShouldBe("urn:li:function:11");
    }

    [Theory]
    [InlineData("202401", 426, "NONEXISTENT_VERSION")]
    [InlineData("202913", 426, "NONEXISTENT_VERSION")]
    [InlineData("2026-09", 400, "INVALID_VERSION")]
    [InlineData(null, 400, "VERSION_MISSING")]
    public async Task A_version_that_is_not_alive_is_refused(string? version, int status, string code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.SendAsync(HttpMethod.Get, "/rest/posts?q=author", null, ("LinkedIn-Version", version));

        answer.Status.ShouldBe(status);
        answer.At("code").ShouldBe(code);
    }

    [Fact]
    public async Task The_protocol_header_is_needed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        (await sandbox.SendAsync(HttpMethod.Get, "/rest/posts?q=author", null, ("X-Restli-Protocol-Version", null))).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("", "EMPTY_ACCESS_TOKEN")]
    [InlineData("revoked-5515715", "REVOKED_ACCESS_TOKEN")]
    public async Task Without_a_practice_token_nobody_is_signed_in(string token, string code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        sandbox.Token = token;

        var answer = await sandbox.ShareAsync("a");

        answer.Status.ShouldBe(401);
        answer.At("code").ShouldBe(code);
        answer.At("serviceErrorCode").ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_organization_cannot_be_the_author()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        sandbox.Token = "practice-77";

        var answer = await sandbox.ShareAsync("a");

        answer.Status.ShouldBe(403);
        answer.At("code").ShouldBe("ACCESS_DENIED");
    }

    [Theory]
    [InlineData("""{"color":"red"}""", "INVALID_VALUE_FOR_FIELD")]
    [InlineData("""{"visibility":null}""", "MISSING_FIELD")]
    [InlineData("""{"lifecycleState":"DRAFT"}""", "INVALID_VALUE_FOR_FIELD")]
    [InlineData("""{"author":"urn:li:page:1"}""", "INVALID_URN_TYPE")]
    [InlineData("""{"content":{"article":{"title":"no source"}}}""", "MISSING_FIELD")]
    [InlineData("""{"content":{"media":{"id":"urn:li:image:nowhere"}}}""", "INVALID_URN_ID")]
    public async Task A_wrong_member_is_named_with_its_code(string change, string code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var body = RunningSandbox.Share("a");
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            body[name] = value?.DeepClone();

        var answer = await sandbox.PostAsync("/rest/posts", body);

        answer.Status.ShouldBe(400);
        answer.At("errorDetails.inputErrors.0.code").ShouldBe(code);
        (await sandbox.PostsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_may_have_3000_characters_with_its_escapes()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        (await sandbox.ShareAsync(new string('x', 3_000))).Status.ShouldBe(201);
        (await sandbox.ShareAsync(new string('x', 2_999) + @"\(")).At("errorDetails.inputErrors.0.code").ShouldBe("FIELD_LENGTH_TOO_LONG");
    }

    [Theory]
    [InlineData("""[{"titles":["urn:li:title:1"]}]""", "INVALID_VALUE_FOR_FIELD")]
    [InlineData("""[{"ageRanges":["18-24"]}]""", "INVALID_VALUE_FOR_FIELD")]
    [InlineData("""[{"jobFunctions":["urn:li:seniority:3"]}]""", "INVALID_URN_TYPE")]
    [InlineData("""[{"jobFunctions":["urn:li:function:99"]}]""", "INVALID_URN_ID")]
    [InlineData("""[{"staffCountRanges":["HUGE"]}]""", "INVALID_VALUE_FOR_FIELD")]
    [InlineData("""[{"jobFunctions":[]}]""", "INVALID_VALUE_FOR_FIELD")]
    public async Task Only_organic_facets_with_their_own_urns_pass(string targets, string code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.ShareAsync("a", Targets(targets));

        answer.Status.ShouldBe(400);
        answer.At("errorDetails.inputErrors.0.code").ShouldBe(code);
    }

    [Fact]
    public async Task An_audience_of_300_or_fewer_is_too_small()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await Followers(sandbox, 1_000);
        (await sandbox.ShareAsync("functions", Targets("""[{"jobFunctions":["urn:li:function:11"]}]"""))).Status.ShouldBe(201);

        var answer = await sandbox.ShareAsync("narrow", Targets("""[{"jobFunctions":["urn:li:function:11"],"seniorities":["urn:li:seniority:3"]}]"""));

        answer.Status.ShouldBe(400);
        answer.At("message")!.ShouldContain("audience");
        (await sandbox.ShareAsync("narrow")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_dark_post_cannot_be_targeted()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var body = RunningSandbox.Share("a");
        body["distribution"] = JsonNode.Parse("""{"feedDistribution":"NONE","targetEntities":[{"jobFunctions":["urn:li:function:11"]}]}""");

        (await sandbox.PostAsync("/rest/posts", body)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_same_text_within_ten_minutes_names_the_post_that_stands()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var urn = (await sandbox.ShareAsync("a")).Header("x-restli-id");

        var again = await sandbox.ShareAsync("a");

        again.Status.ShouldBe(422);
        again.At("errorDetails.inputErrors.0.code").ShouldBe("DUPLICATE_POST");
        again.At("message")!.ShouldContain($"Content is a duplicate of {urn}");
        sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        (await sandbox.ShareAsync("a")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Above_the_daily_limit_it_says_so_without_any_header_until_midnight()
    {
        await using var sandbox = await RunningSandbox.StartAsync(options => options with { LinkedInCallsPerDay = 1 });
        await sandbox.ShareAsync("a");

        var answer = await sandbox.ShareAsync("b");

        answer.Status.ShouldBe(429);
        answer.At("code").ShouldBe("TOO_MANY_REQUESTS");
        answer.Headers.Select(header => header.Key).ShouldAllBe(name => !name.Contains("limit", StringComparison.OrdinalIgnoreCase) && !name.Contains("Retry", StringComparison.OrdinalIgnoreCase));
        sandbox.Clock.Advance(TimeSpan.FromHours(16));
        (await sandbox.ShareAsync("b")).Status.ShouldBe(201);
    }

    private static JsonArray Targets(string json) => JsonNode.Parse(json)!.AsArray();

    private static Task<Answer> Followers(RunningSandbox sandbox, int count) =>
        sandbox.SendAsync(HttpMethod.Put, $"/_sandbox/accounts/linkedin/{RunningSandbox.Account}", new StringContent($$"""{"followers":{{count}}}"""));
}
