using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recruit.Channels.Mastodon;

/// <summary>Mastodon's JSON, in Mastodon's words. What we never read is left out.</summary>
public static class MastodonWire
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}

public sealed record MastodonNewStatus(
    string Status,
    string Visibility,
    string Language,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? MediaIds);

public sealed record MastodonMedia(string? Id);

/// <param name="Url">Where a person sees it.</param>
/// <param name="Content">HTML.</param>
public sealed record MastodonStatus(
    string? Id,
    string? Url,
    DateTimeOffset? CreatedAt,
    string? Content,
    MastodonCard? Card,
    long? RepliesCount,
    long? ReblogsCount,
    long? FavouritesCount,
    long? QuotesCount);

public sealed record MastodonCard(string? Url);

/// <param name="Username">Without its server.</param>
/// <param name="Bot">It says of itself that a program posts for it.</param>
public sealed record MastodonAccount(string? Id, string? Username, long? FollowersCount, bool? Bot);

/// <param name="Scopes">Since 4.3; null on older servers.</param>
public sealed record MastodonApp(IReadOnlyList<string>? Scopes);

public sealed record MastodonInstance(MastodonConfiguration? Configuration);

public sealed record MastodonConfiguration(MastodonStatusLimits? Statuses);

public sealed record MastodonStatusLimits(int? MaxCharacters, int? CharactersReservedPerUrl);

public sealed record MastodonProblem(string? Error, string? ErrorDescription);
