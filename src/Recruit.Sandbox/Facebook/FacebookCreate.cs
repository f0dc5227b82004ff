using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Facebook;

public static class FacebookCreate
{
    private const int MostCharacters = 63_206;

    public static IResult Feed(string page, HttpContext context, World world)
    {
        var parameters = FacebookParams.Of(context);
        if (!context.IsOwnPage(page))
            return FacebookErrors.NotYourPage(page);
        var attached = FacebookPhotos.Attached(parameters);
        if (parameters["message"] is null && parameters["link"] is null && attached.Count == 0)
            return FacebookErrors.Parameter("At least one of message and link is required.");
        if (parameters["link"] is { } link && !IsWebAddress(link))
            return FacebookErrors.Parameter("Param link must be a valid URL.");
        if (attached.FirstOrDefault(id => world.Media.Find(Networks.Facebook, id)?.Account != context.Account()) is { } unknown)
            return FacebookErrors.Parameter($"The photo {unknown} does not exist.");
        if (FirstMistake(parameters) is { } mistake)
            return mistake;
        if (Publication.Of(parameters, world.Now, out var wrong) is not { } publication)
            return wrong!;

        var accepted = Accept(context, world, parameters["message"] ?? "", publication, attached);
        return accepted.IsDuplicate ? FacebookErrors.Duplicate() : Created(accepted.Post, new JsonObject { ["id"] = accepted.Post.Id }, context, world);
    }

    public static IResult? FirstMistake(FacebookParams parameters)
    {
        if ((parameters["message"] ?? parameters["caption"])?.Length > MostCharacters)
            return FacebookErrors.Parameter($"Param message must be at most {MostCharacters} characters.");
        return FacebookTargeting.FirstMistake(parameters);
    }

    public static Acceptance Accept(HttpContext context, World world, string message, Publication publication, IReadOnlyList<string> media)
    {
        var parameters = FacebookParams.Of(context);
        var page = context.Account();
        var link = parameters["link"];
        return world.Posts.Accept(
            Networks.Facebook,
            page,
            world.Now,
            // Only the post right before counts: the same words with another post between them pass.
            live => live.Take(1).FirstOrDefault(last => last.Sent == message && last.Extras?["link"].Text() == link && last.Media.SequenceEqual(media)),
            id => new SandboxPost
            {
                Network = Networks.Facebook,
                Account = page,
                Id = $"{page}_{id}",
                Text = message,
                Sent = message,
                Link = link ?? WebLinks.First(message),
                Targeting = FacebookTargeting.Of(parameters).Element(),
                ReceivedAt = world.Now,
                VisibleFrom = publication.VisibleFrom,
                Media = media,
                AltText = media.Select(photo => world.Media.Find(Networks.Facebook, photo)?.AltText).FirstOrDefault(),
                Extras = link is null ? null : new JsonObject { ["link"] = link },
            });
    }

    /// <summary>Read after write: asked-for fields come with the id in the same answer.</summary>
    public static IResult Created(SandboxPost post, JsonObject answer, HttpContext context, World world)
    {
        if (FacebookParams.Of(context)["fields"] is not { } wanted)
            return Answers.Of(200, answer);
        if (GraphField.Parse(wanted) is not { } fields)
            return FacebookErrors.Parameter("Syntax error in fields");
        if (FacebookView.FirstUnknown(fields) is { } unknown)
            return FacebookErrors.Parameter($"Tried accessing nonexisting field ({unknown})");

        foreach (var (name, value) in FacebookView.Of(post, fields, world, context.Address()))
            answer.TryAdd(name, value?.DeepClone());
        return Answers.Of(200, answer);
    }

    public static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");
}
