using System.Text.Json.Serialization;

namespace Recruit.Channels;

/// <summary>One post as it was approved. Everything here is fixed before the first try.</summary>
/// <param name="Media">Pictures that the network has taken already.</param>
/// <param name="RepeatKey">The same for every try of one delivery.</param>
/// <param name="FirstAttemptAt">Instant of the first try, for networks whose record carries a creation time.</param>
public sealed record PublishRequest(
    string Text,
    string? Link,
    LinkCard? Card,
    IReadOnlyList<HandedPicture> Media,
    Targeting Targeting,
    Guid RepeatKey,
    DateTimeOffset FirstAttemptAt);

/// <summary>What the link looks like below the words, where the network lets us say it.</summary>
public sealed record LinkCard(string Title, string Description);

/// <summary>The network's own identifiers, by facet. Facets are OR inside, AND across. There is no exclusion, and no facet for age, gender or any protected trait.</summary>
public sealed record Targeting(IReadOnlyList<TargetingFacet> Facets)
{
    public static Targeting Everyone { get; } = new([]);

    public bool IsEveryone => Facets.Count == 0;

    /// <summary>Why a post that should have been targeted goes to everyone; whoever approves it reads this. Null when it is targeted, or never was to be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fallback { get; init; }

    /// <summary>How many it may reach and how sure that is, a sentence; whoever approves it reads this. Null where the network told nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Estimate { get; init; }

    /// <summary>The target profile that it was planned with; null where the network has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProfileMark? Profile { get; init; }

    /// <summary>To everyone, because of what the sentence says.</summary>
    public static Targeting InsteadOf(string reason) => Everyone with { Fallback = reason };
}

/// <param name="Family">The job family's key, "nursing".</param>
/// <param name="Version">0 is the shipped one.</param>
public sealed record ProfileMark(string Family, string Name, int Version)
{
    public string Words => Version == 0 ? $"{Name}, as shipped" : $"{Name}, version {Version}";
}

/// <param name="Kind">The network's name of the facet, for example "jobFunctions".</param>
public sealed record TargetingFacet(string Kind, IReadOnlyList<TargetingValue> Values);

/// <param name="Id">For example "urn:li:function:11".</param>
/// <param name="Label">For people, for example "Healthcare Services".</param>
public sealed record TargetingValue(string Id, string Label);

/// <summary>Whom a post should reach, in our words.</summary>
/// <param name="OccupationCode">SOC or O*NET code, "29-1141.03"; empty when unknown.</param>
/// <param name="Title">The vacancy's title, for seniority words such as manager or director.</param>
public sealed record Audience(string OccupationCode, string Title, string City, string State, string Country)
{
    /// <summary>The facets of an edited profile, without a place. Null: what the network's channel ships for the occupation.</summary>
    public IReadOnlyList<TargetingFacet>? Profile { get; init; }
}

/// <param name="Note">Why facets are missing, for the person who approves; empty when nothing is.</param>
public sealed record TargetingChoice(Targeting Targeting, string Note);
