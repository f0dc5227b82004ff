using System.Text.Json;

namespace Recruit.Channels;

/// <summary>What came of one call: an <see cref="Answer"/> or a <see cref="Setback"/>.</summary>
public abstract record Reply
{
    /// <summary>The network's own id of the call, for its support.</summary>
    public string? RequestId { get; init; }
}

/// <summary>A complete answer of the network, whatever its status. Secrets are blacked out.</summary>
public sealed record Answer(int Status, string Body, IReadOnlyDictionary<string, string> Headers) : Reply
{
    /// <summary>This call used up a limit of the network, which takes the next one from here on.</summary>
    public DateTimeOffset? RestUntil { get; init; }

    /// <summary>What the network says is left of its limits; null when it does not.</summary>
    public LimitLeft? Left { get; init; }

    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>Null when the network did not send it.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Null when the body is not what the wire record says, so that nobody acts on half an answer.</summary>
    public T? Read<T>(JsonSerializerOptions json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body, json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => $"Answer {Status}";
}
