using Recruit.Api;

namespace Recruit.Channels;

/// <param name="Channel">"x", "linkedin", "facebook", "mastodon" or "bluesky".</param>
/// <param name="Text">As it would be sent, link included where the network takes it in the text.</param>
public sealed record CopyQuestion(string? Channel, string? Text);

/// <param name="Length">As the network counts it.</param>
/// <param name="Limit">In the same unit.</param>
/// <param name="Valid">The network would take these words: there are some, they fit, and it refuses none of their characters.</param>
public sealed record CopyAnswer(int Length, int Limit, bool Valid);

/// <summary>The networks' own counting, for programs.</summary>
public static class CopyEndpoints
{
    public static void MapCopyApi(this RouteGroupBuilder api)
        => api.MapPost("/copy/measure", Measure).WithTags("Copy").WithSummary("How long a text is to a network, how long it may be, and whether the network would take it")
            .Produces<CopyAnswer>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static IResult Measure(Body<CopyQuestion> body, ChannelCatalog channels)
    {
        if (body.Value.Channel is not { } key || channels.Find(key.Trim().ToLowerInvariant()) is not { } channel)
            return ApiProblems.Incomplete("channel", $"Name the channel: {string.Join(", ", channels.All.Select(one => one.Key))}.");
        if (body.Value.Text is not { } text)
            return ApiProblems.Incomplete("text", "Send the words as text.");

        var limits = channel.Limits;
        return Results.Ok(new CopyAnswer(limits.Measure(text), limits.MaxLength, PostRules.Objection(text, limits, channel.Name) is null));
    }
}
