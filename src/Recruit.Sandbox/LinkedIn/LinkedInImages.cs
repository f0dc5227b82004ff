using System.Text.Json.Nodes;

namespace Recruit.Sandbox.LinkedIn;

/// <summary>Ask for a place, put the bytes there, wait until it is available. https://learn.microsoft.com/linkedin/marketing/community-management/shares/images-api, read 2026-10.</summary>
public static class LinkedInImages
{
    public const string UploadPath = "/dms-uploads/";

    private const int MostBytes = 20 * 1024 * 1024;
    private const string UrnStart = "urn:li:image:";
    private static readonly TimeSpan ProcessingTakes = TimeSpan.FromSeconds(1);

    public static async Task<IResult> InitializeAsync(HttpContext context, World world)
    {
        if (context.Request.Query["action"] != "initializeUpload")
            return LinkedInErrors.Invalid("action", "initializeUpload is expected");
        var owner = ((await JsonBody.ReadAsync(context))?["initializeUploadRequest"] as JsonObject)?["owner"].Text();
        if (owner is null)
            return LinkedInErrors.Missing("initializeUploadRequest/owner");
        if (owner != $"urn:li:organization:{context.Account()}")
            return LinkedInErrors.Denied($"The token may not upload for {owner}");

        var id = "C4E10" + world.Media.NextId(Networks.LinkedIn, world.Now);
        world.Media.Put(new SandboxMedia { Network = Networks.LinkedIn, Account = context.Account(), Id = id });
        return Answers.Of(200, new
        {
            value = new
            {
                uploadUrlExpiresAt = world.Now.AddHours(1).ToUnixTimeMilliseconds(),
                uploadUrl = new Uri(context.Address(), UploadPath + id).AbsoluteUri,
                image = UrnStart + id,
            },
        });
    }

    public static async Task<IResult> UploadAsync(string id, HttpContext context, World world)
    {
        if (world.Media.Find(Networks.LinkedIn, id) is not { } media || media.Account != context.Account())
            return LinkedInErrors.NotFound("upload");
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        if (bytes.Length is 0 or > MostBytes)
            return LinkedInErrors.Plain(400, "BAD_REQUEST", "The picture is empty or too large");

        world.Media.Put(media with { Bytes = bytes.ToArray(), UploadedAt = world.Now });
        return Results.StatusCode(201);
    }

    public static IResult One(string urn, HttpContext context, World world) =>
        Find(world, urn) is { } media && media.Account == context.Account()
            ? Answers.Of(200, new { id = urn, owner = $"urn:li:organization:{media.Account}", status = Status(media, world.Now) })
            : LinkedInErrors.NotFound(urn);

    public static bool IsUsable(World world, string urn, string account) =>
        Find(world, urn) is { } media && media.Account == account && Status(media, world.Now) == "AVAILABLE";

    private static SandboxMedia? Find(World world, string urn) =>
        urn.StartsWith(UrnStart, StringComparison.Ordinal) ? world.Media.Find(Networks.LinkedIn, urn[UrnStart.Length..]) : null;

    private static string Status(SandboxMedia media, DateTimeOffset now) => media switch
    {
        { UploadedAt: null } => "WAITING_UPLOAD",
        { ContentType: null or "image/webp" } => "PROCESSING_FAILED",
        { UploadedAt: { } at } when now - at < ProcessingTakes => "PROCESSING",
        _ => "AVAILABLE",
    };
}
