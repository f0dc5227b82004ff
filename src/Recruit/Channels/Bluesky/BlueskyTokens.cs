using System.Buffers.Text;
using System.Text.Json;

namespace Recruit.Channels.Bluesky;

/// <summary>What a session's token says of itself, where it is the signed document that Bluesky gives today. Nobody promises that: what cannot be read is not known.</summary>
public sealed record BlueskyTokens(DateTimeOffset? EndsAt, string? Scope)
{
    /// <summary>The scope of an account's own password, which opens everything.</summary>
    public const string WholeAccount = "com.atproto.access";

    public static BlueskyTokens Of(string token)
    {
        try
        {
            if (token.Split('.') is not [_, var middle, _])
                return new BlueskyTokens(null, null);
            var said = JsonDocument.Parse(Base64Url.DecodeFromChars(middle)).RootElement;
            return new BlueskyTokens(
                said.TryGetProperty("exp", out var ends) && ends.TryGetInt64(out var seconds) && seconds is > 0 and < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
                said.TryGetProperty("scope", out var scope) && scope.ValueKind == JsonValueKind.String ? scope.GetString() : null);
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or InvalidOperationException)
        {
            return new BlueskyTokens(null, null);
        }
    }
}
