using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recruit.Channels.X;

/// <summary>X's JSON, in X's words. What we never read is left out.</summary>
public static class XWire
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // X refuses members that it does not know.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

public sealed record XNewPost(string Text);

public sealed record XEnvelope<T>(T? Data, XMeta? Meta);

public sealed record XMeta(string? NextToken);

public sealed record XCreated(string? Id);

public sealed record XDeleted(bool? Deleted);

public sealed record XPost(
    string? Id,
    string? Text,
    DateTimeOffset? CreatedAt,
    XEntities? Entities,
    IReadOnlyDictionary<string, JsonElement>? PublicMetrics,
    IReadOnlyDictionary<string, JsonElement>? NonPublicMetrics);

public sealed record XEntities(IReadOnlyList<XUrl?>? Urls);

/// <param name="Url">The t.co address that stands in the text.</param>
public sealed record XUrl(string? Url, string? ExpandedUrl, string? UnwoundUrl);

/// <param name="Description">The bio; its addresses are t.co's, and stand in full in the entities.</param>
/// <param name="PinnedTweetId">In the old dialect; in the new one it is <paramref name="PinnedPostId"/>.</param>
public sealed record XUser(string? Id, string? Username, IReadOnlyDictionary<string, JsonElement>? PublicMetrics, string? Description, string? PinnedTweetId, string? PinnedPostId, XUserEntities? Entities);

/// <param name="Url">Of the profile's own address.</param>
/// <param name="Description">Of the bio.</param>
public sealed record XUserEntities(XEntities? Url, XEntities? Description);

/// <summary>Any of X's three shapes of a refusal: a problem, a code with a message, or a list of either.</summary>
public sealed record XProblem(string? Type, string? Title, string? Detail, string? Message, IReadOnlyList<XProblem?>? Errors)
{
    /// <summary>All that it says, most telling first.</summary>
    public IEnumerable<string> Words => new[] { Detail, Message, Title }.OfType<string>()
        .Concat((Errors ?? []).OfType<XProblem>().SelectMany(error => error.Words));

    public IEnumerable<string> Types => new[] { Type }.OfType<string>().Concat((Errors ?? []).OfType<XProblem>().SelectMany(error => error.Types));
}

/// <param name="ExpiresIn">Seconds.</param>
/// <param name="Scope">What was given, with blanks between.</param>
public sealed record XTokens(string? AccessToken, string? RefreshToken, int? ExpiresIn, string? Scope)
{
    public override string ToString() => "Tokens of X";
}
