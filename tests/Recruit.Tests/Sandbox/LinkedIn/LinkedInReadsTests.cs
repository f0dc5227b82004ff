using System.Text.Json.Nodes;

namespace Recruit.Tests.Sandbox.LinkedIn;

public sealed class LinkedInReadsTests
{
    private const string Author = "/rest/posts?q=author&author=urn%3Ali%3Aorganization%3A5515715";

    [Fact]
    public async Task A_post_reads_back_with_its_article_and_its_hashtag_as_a_template()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var urn = (await sandbox.ShareAsync("Hello #nursing", content: JsonNode.Parse("""{"article":{"source":"https://jobs.example.org/1"}}""")!.AsObject())).Header("x-restli-id")!;

        var one = await sandbox.GetAsync($"/rest/posts/{Uri.EscapeDataString(urn)}");

        one.At("id").ShouldBe(urn);
        one.At("commentary").ShouldBe(@"Hello {hashtag|\#|nursing}");
        one.At("content.article.source").ShouldBe("https://jobs.example.org/1");
        one.At("createdAt").ShouldBe("1791273600000");
        one.At("lifecycleState").ShouldBe("PUBLISHED");
    }

    [Fact]
    public async Task A_cut_text_reads_back_cut()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        (await sandbox.ShareAsync("Nights (0.8 FTE)")).Status.ShouldBe(201);

        (await sandbox.GetAsync(Author)).At("elements.0.commentary").ShouldBe("Nights ");
    }

    [Fact]
    public async Task The_finder_pages_and_sorts()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = (await sandbox.ShareAsync("first")).Header("x-restli-id")!;
        await sandbox.ShareAsync("second");
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await Patch(sandbox, first, """{"patch":{"$set":{"commentary":"first, edited"}}}""");

        (await sandbox.GetAsync($"{Author}&sortBy=LAST_MODIFIED&count=1")).At("elements.0.commentary").ShouldBe("first, edited");
        (await sandbox.GetAsync($"{Author}&sortBy=CREATED&count=1")).At("elements.0.commentary").ShouldBe("second");
        (await sandbox.GetAsync($"{Author}&sortBy=CREATED&start=1")).At("elements.0.commentary").ShouldBe("first, edited");
        (await sandbox.GetAsync($"{Author}&sortBy=BEST")).Status.ShouldBe(400);
        (await sandbox.GetAsync("/rest/posts?q=author&author=urn%3Ali%3Aorganization%3A77")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Removing_twice_is_a_success_twice()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var urn = Uri.EscapeDataString((await sandbox.ShareAsync("a")).Header("x-restli-id")!);

        (await sandbox.DeleteAsync($"/rest/posts/{urn}")).Status.ShouldBe(204);
        (await sandbox.DeleteAsync($"/rest/posts/{urn}")).Status.ShouldBe(204);
        (await sandbox.GetAsync($"/rest/posts/{urn}")).Status.ShouldBe(404);
        (await sandbox.PostsAsync())[0]!["removedAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_some_members_can_be_changed_and_only_as_a_partial_update()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var urn = (await sandbox.ShareAsync("a")).Header("x-restli-id")!;

        (await Patch(sandbox, urn, """{"patch":{"$set":{"visibility":"CONNECTIONS"}}}""")).Status.ShouldBe(400);
        (await sandbox.PostAsync($"/rest/posts/{Uri.EscapeDataString(urn)}", new JsonObject())).Status.ShouldBe(400);
        (await Patch(sandbox, urn, """{"patch":{"$set":{"commentary":"b"}}}""")).Status.ShouldBe(204);
        (await sandbox.PostsAsync())[0]!["text"]!.ToString().ShouldBe("b");
    }

    private static Task<Answer> Patch(RunningSandbox sandbox, string urn, string body) =>
        sandbox.SendAsync(HttpMethod.Post, $"/rest/posts/{Uri.EscapeDataString(urn)}", new StringContent(body), ("X-RestLi-Method", "PARTIAL_UPDATE"));
}
