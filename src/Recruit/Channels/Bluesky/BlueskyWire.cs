using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recruit.Channels.Bluesky;

/// <summary>Bluesky's JSON, in Bluesky's words. What we never read is left out.</summary>
public static class BlueskyWire
{
    public const string Post = "app.bsky.feed.post";

    /// <summary>Written records keep the order of their members, so that a repetition is the same to the letter.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}

/// <param name="SwapRecord">Null, and written: "there is no such record yet". An identical one is no change, another one is refused.</param>
public sealed record BlueskyPut(
    string Repo,
    string Collection,
    string Rkey,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? SwapRecord,
    BlueskyRecord Record);

public sealed record BlueskyDelete(string Repo, string Collection, string Rkey);

/// <param name="CreatedAt">"2026-10-06T08:00:00.000Z", the instant of the first try.</param>
public sealed record BlueskyRecord(
    [property: JsonPropertyName("$type")] string? Type,
    string? Text,
    string? CreatedAt,
    IReadOnlyList<string>? Langs,
    IReadOnlyList<BlueskyFacet?>? Facets,
    BlueskyEmbed? Embed);

public sealed record BlueskyFacet(BlueskySlice? Index, IReadOnlyList<BlueskyFeature?>? Features);

/// <summary>In bytes of UTF-8, the end outside.</summary>
public sealed record BlueskySlice(int ByteStart, int ByteEnd);

public sealed record BlueskyFeature([property: JsonPropertyName("$type")] string? Type, string? Uri, string? Tag);

/// <param name="Images">Only without a link: a link's card has a picture of its own.</param>
public sealed record BlueskyEmbed([property: JsonPropertyName("$type")] string? Type, BlueskyExternal? External, IReadOnlyList<BlueskyImage>? Images = null);

public sealed record BlueskyExternal(string? Uri, string? Title, string? Description, BlueskyBlob? Thumb);

public sealed record BlueskyImage(string? Alt, BlueskyBlob? Image);

/// <summary>A picture that the account's server holds. It is deleted there when no record names it for hours.</summary>
public sealed record BlueskyBlob([property: JsonPropertyName("$type")] string? Type, BlueskyBlobLink? Ref, string? MimeType, long? Size);

public sealed record BlueskyBlobLink([property: JsonPropertyName("$link")] string? Link);

public sealed record BlueskyUploaded(BlueskyBlob? Blob);

/// <param name="Uri">"at://did:plc:abc/app.bsky.feed.post/3l5abcdefgh2k".</param>
public sealed record BlueskyMade(string? Uri, BlueskyCommit? Commit);

public sealed record BlueskyCommit(string? Rev);

public sealed record BlueskyDeleted(BlueskyCommit? Commit);

public sealed record BlueskyFound(string? Uri, BlueskyRecord? Value);

public sealed record BlueskyList(IReadOnlyList<BlueskyFound?>? Records, string? Cursor);

public sealed record BlueskyPosts(IReadOnlyList<BlueskyPostView?>? Posts);

public sealed record BlueskyPostView(string? Uri, long? LikeCount, long? RepostCount, long? ReplyCount, long? QuoteCount);

public sealed record BlueskyProfile(long? FollowersCount);

public sealed record BlueskyLogin(string Identifier, string Password);

/// <param name="Active">False when the account is suspended, deactivated or taken down; null on older servers.</param>
public sealed record BlueskySession(string? AccessJwt, string? RefreshJwt, string? Did, string? Handle, bool? Active, string? Status)
{
    public override string ToString() => $"Session of {Handle}";
}

public sealed record BlueskyProblem(string? Error, string? Message);
