using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recruit.Api;

public sealed class InstantException(string message) : JsonException(message);

/// <summary>An instant names its zone. Without one the framework would take the server's, and a post would leave hours early or late.</summary>
public sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String && TryRead(reader.GetString()!, out var instant)
            ? instant
            : throw new InstantException("write the instant with its zone, for example 2026-12-01T15:00:00Z or 2026-12-01T09:00:00-06:00.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime);

    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        instant = default;
        var zoned = text.EndsWith('Z') || (text.Length > 19 && text.AsSpan(19).IndexOfAny('+', '-') >= 0) || (text.Length > 16 && text.AsSpan(16).IndexOfAny('+', '-') >= 0);
        if (!zoned || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var read))
            return false;

        instant = read.ToUniversalTime();
        return true;
    }
}
