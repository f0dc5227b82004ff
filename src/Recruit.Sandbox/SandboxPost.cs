using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Recruit.Sandbox;

/// <summary>One post as the network keeps it, removed ones too.</summary>
public sealed record SandboxPost
{
    public required string Network { get; init; }
    public required string Account { get; init; }
    public required string Id { get; init; }

    /// <summary>What a reader sees, with the links that were sent.</summary>
    public required string Text { get; init; }

    /// <summary>The text exactly as it came in.</summary>
    public required string Sent { get; init; }

    public string? Link { get; init; }
    public JsonElement? Targeting { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? EditedAt { get; init; }
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Null means never: a draft that only its author sees.</summary>
    public DateTimeOffset? VisibleFrom { get; init; }

    public IReadOnlyList<string> Media { get; init; } = [];
    public string? AltText { get; init; }

    /// <summary>Followers that the targeting leaves; null when it is not targeted.</summary>
    public int? Audience { get; init; }

    /// <summary>The network's own members that have no word here (an article card, a distribution).</summary>
    public JsonObject? Extras { get; init; }

    [JsonIgnore]
    public bool IsLive => RemovedAt is null;

    public bool IsVisible(DateTimeOffset now) => IsLive && VisibleFrom <= now;

    /// <summary>Numbers stand still once a post is gone.</summary>
    public TimeSpan Age(DateTimeOffset now)
    {
        var until = RemovedAt ?? now;
        return VisibleFrom is { } from && until > from ? until - from : TimeSpan.Zero;
    }
}
