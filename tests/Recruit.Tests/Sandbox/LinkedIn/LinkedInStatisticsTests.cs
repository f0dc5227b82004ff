using System.Text.Json.Nodes;

namespace Recruit.Tests.Sandbox.LinkedIn;

public sealed class LinkedInStatisticsTests
{
    private const string Entity = "?q=organizationalEntity&organizationalEntity=urn%3Ali%3Aorganization%3A5515715";

    [Fact]
    public async Task A_post_without_activity_is_left_out()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var urn = (await sandbox.ShareAsync("a")).Header("x-restli-id")!;
        var path = $"/rest/organizationalEntityShareStatistics{Entity}&shares=List({Uri.EscapeDataString(urn)})";
        (await sandbox.GetAsync(path)).Json!["elements"]!.AsArray().ShouldBeEmpty();

        sandbox.Clock.Advance(TimeSpan.FromHours(6));
        var element = (await sandbox.GetAsync(path)).Json!["elements"]!.AsArray().ShouldHaveSingleItem()!;

        element["share"]!.ToString().ShouldBe(urn);
        var numbers = element["totalShareStatistics"]!;
        numbers["impressionCount"]!.GetValue<long>().ShouldBeGreaterThan(numbers["uniqueImpressionsCount"]!.GetValue<long>());
        numbers["engagement"]!.GetValue<double>().ShouldBeInRange(0.001, 1);
    }

    [Theory]
    [InlineData("List(urn:li:share:1)")]
    [InlineData("List%28urn%3Ali%3Ashare%3A1%29")]
    public async Task A_list_is_encoded_inside_its_brackets_and_nowhere_else(string list)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        // Built by hand, since a client library would mend the address.
        (await sandbox.GetAsync($"/rest/organizationalEntityShareStatistics{Entity}&shares={list}")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Followers_come_per_facet_and_agree_with_the_check_of_a_target()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SendAsync(HttpMethod.Put, $"/_sandbox/accounts/linkedin/{RunningSandbox.Account}", new StringContent("""{"followers":10000}"""));

        var facets = (await sandbox.GetAsync($"/rest/organizationalEntityFollowerStatistics{Entity}")).Json!["elements"]![0]!;

        Count("followerCountsByFunction", "function", "urn:li:function:11").ShouldBe(4_600);
        Count("followerCountsBySeniority", "seniority", "urn:li:seniority:3").ShouldBe(3_300);
        Count("followerCountsByGeoCountry", "geo", "urn:li:geo:103644278").ShouldBe(9_200);
        (await sandbox.GetAsync("/rest/networkSizes/urn%3Ali%3Aorganization%3A5515715?edgeType=COMPANY_FOLLOWED_BY_MEMBER")).At("firstDegreeSize").ShouldBe("10000");
        (await sandbox.GetAsync("/rest/networkSizes/urn%3Ali%3Aorganization%3A5515715?edgeType=CompanyFollowedByMember")).Status.ShouldBe(400);

        int Count(string name, string key, string urn) =>
            facets[name]!.AsArray().Single(entry => entry![key]!.ToString() == urn)!["followerCounts"]!["organicFollowerCount"]!.GetValue<int>();
    }

    [Theory]
    [InlineData("united", "United States")]
    [InlineData("colo", "Colorado, United States")]
    [InlineData("st. lou", "Saint Louis, Missouri, United States")]
    [InlineData("new york", "New York, United States")]
    public async Task Places_are_found_by_the_start_of_a_word(string query, string expected)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var found = await sandbox.GetAsync($"/v2/geoTypeahead?q=search&query={Uri.EscapeDataString(query)}&locale=(language:en,country:US)");

        found.At("elements.0.displayText").ShouldBe(expected);
        found.At("elements.0.entity")!.ShouldStartWith("urn:li:geo:");
    }

    [Fact]
    public async Task Standardized_lists_are_served()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        (await sandbox.GetAsync("/v2/functions?locale=en_US")).Json!["elements"]!.AsArray().Count.ShouldBe(26);
        (await sandbox.GetAsync("/v2/functions/11")).At("name.localized.en_US").ShouldBe("Healthcare Services");
        (await sandbox.GetAsync("/v2/seniorities")).At("elements.2.$URN").ShouldBe("urn:li:seniority:3");
    }

    [Fact]
    public async Task A_picture_is_asked_for_put_and_available_a_moment_later()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var place = await sandbox.PostAsync("/rest/images?action=initializeUpload", JsonNode.Parse($$$"""{"initializeUploadRequest":{"owner":"{{{RunningSandbox.Organization}}}"} }""")!);
        var image = place.At("value.image")!;
        (await Status()).ShouldBe("WAITING_UPLOAD");

        (await sandbox.SendAsync(HttpMethod.Put, place.At("value.uploadUrl")!, new ByteArrayContent([0xFF, 0xD8, 0xFF, 0]))).Status.ShouldBe(201);

        (await Status()).ShouldBe("PROCESSING");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Status()).ShouldBe("AVAILABLE");
        (await sandbox.ShareAsync("a", content: new JsonObject { ["media"] = new JsonObject { ["id"] = image, ["altText"] = "A ward" } })).Status.ShouldBe(201);

        async Task<string?> Status() => (await sandbox.GetAsync($"/rest/images/{Uri.EscapeDataString(image)}")).At("status");
    }
}
