using System.Text.Json.Nodes;

namespace Recruit.Tests.Sandbox.X;

public sealed class XMediaTests
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0];

    [Fact]
    public async Task A_picture_with_alt_text_goes_out_with_a_post()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Picture), "media", "a.png" }, { new StringContent("tweet_image"), "media_category" } };
        var id = (await sandbox.SendAsync(HttpMethod.Post, "/2/media/upload", form)).At("data.id")!;
        var described = await sandbox.PostAsync("/2/media/metadata", new JsonObject { ["id"] = id, ["metadata"] = JsonNode.Parse("""{"alt_text":{"text":"Two nurses"}}""") });

        var posted = await sandbox.PostAsync("/2/tweets", new JsonObject { ["media"] = new JsonObject { ["media_ids"] = new JsonArray(id) } });

        described.Status.ShouldBe(200);
        posted.Status.ShouldBe(201);
        (await sandbox.PostsAsync())[0]!["altText"]!.ToString().ShouldBe("Two nurses");
    }

    [Fact]
    public async Task Bytes_that_are_no_picture_are_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        (await sandbox.PostAsync("/2/media/upload", new JsonObject { ["media"] = "aGVsbG8=", ["media_category"] = "tweet_image" })).Status.ShouldBe(400);
        (await sandbox.PostAsync("/2/media/upload", new JsonObject { ["media"] = Convert.ToBase64String(Picture) })).Status.ShouldBe(400);
        (await sandbox.PostAsync("/2/media/upload", new JsonObject { ["media"] = Convert.ToBase64String(Picture), ["media_category"] = "tweet_image" })).Status.ShouldBe(200);
    }
}
