using System.Text.Json.Nodes;

namespace Recruit.Sandbox.LinkedIn;

public static class LinkedInCreate
{
    public static async Task<IResult> CreateAsync(HttpContext context, World world)
    {
        if (await JsonBody.ReadAsync(context) is not { } body)
            return LinkedInErrors.Plain(400, "BAD_REQUEST", "The body is not a JSON object");
        if (LinkedInBody.FirstMistake(body) is { } mistake)
            return mistake;

        var organization = context.Account();
        if (WrongAuthor(body["author"].Text() ?? "", organization) is { } stranger)
            return stranger;
        if (LinkedInBody.Images(body).FirstOrDefault(image => !LinkedInImages.IsUsable(world, image, organization)) is { } image)
            return LinkedInErrors.Input("INVALID_URN_ID", "content", $"{image} is not an available image of this organization");

        var targets = (body["distribution"] as JsonObject)?["targetEntities"] as JsonArray;
        int? audience = targets is { Count: > 0 } ? Audience.Of(targets, world.Accounts.FirstUse(Networks.LinkedIn, organization).Followers) : null;
        if (audience is { } size && !Audience.IsEnough(size, organization))
            return LinkedInErrors.Invalid(
                "distribution/targetEntities", $"The targeted audience is too small: {size} members match, it must be greater than {Audience.Fewest} members");

        return Keep(body, organization, targets, audience, context, world);
    }

    private static IResult Keep(JsonObject body, string organization, JsonArray? targets, int? audience, HttpContext context, World world)
    {
        var sent = body["commentary"].Text() ?? "";
        var text = LittleText.Parse(sent);
        var now = world.Now;
        var accepted = world.Posts.Accept(
            Networks.LinkedIn,
            organization,
            now,
            live => live.FirstOrDefault(post => post.Sent == sent && now - post.ReceivedAt < world.Options.LinkedInDuplicateWindow),
            id => new SandboxPost
            {
                Network = Networks.LinkedIn,
                Account = organization,
                Id = $"urn:li:share:{id}",
                Text = text.Shown,
                Sent = sent,
                Link = LinkOf(body, text.Shown),
                Targeting = targets is { Count: > 0 } ? targets.Element() : null,
                Audience = audience,
                ReceivedAt = now,
                VisibleFrom = now,
                Media = LinkedInBody.Images(body),
                AltText = ((body["content"] as JsonObject)?["media"] as JsonObject)?["altText"].Text(),
                Extras = Extras(body, text.Kept),
            });
        if (accepted.IsDuplicate)
            return LinkedInErrors.Duplicate(accepted.Post.Id);

        context.Response.Headers["x-restli-id"] = accepted.Post.Id;
        return Results.StatusCode(201);
    }

    private static IResult? WrongAuthor(string author, string organization)
    {
        if (author == $"urn:li:organization:{organization}")
            return null;
        return author.StartsWith("urn:li:organization:", StringComparison.Ordinal) || author.StartsWith("urn:li:person:", StringComparison.Ordinal)
            ? LinkedInErrors.Denied($"The token has no role that lets it post as {author}")
            : LinkedInErrors.Input("INVALID_URN_TYPE", "author", $"{author} is not an organization or a person");
    }

    private static string? LinkOf(JsonObject body, string shown) =>
        ((body["content"] as JsonObject)?["article"] as JsonObject)?["source"].Text() ?? WebLinks.First(shown);

    /// <summary>What a read gives back beside the text, with the little text as it was kept.</summary>
    private static JsonObject Extras(JsonObject body, string commentary)
    {
        var extras = body.DeepClone().AsObject();
        extras["commentary"] = commentary;
        return extras;
    }
}
