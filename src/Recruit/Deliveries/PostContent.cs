using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Recruit.Channels;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>All that leaves with a delivery. Rendered once, at planning, and sent byte for byte.</summary>
public sealed record PostContent(
    string Text,
    string? Link,
    LinkCard? Card,
    IReadOnlyList<PostMedia> Media,
    Targeting Targeting)
{
    /// <summary>The words alone, for telling whether two posts say the same: without the link, whose code is another for each post.</summary>
    [JsonIgnore]
    public string Words => string.Join(' ', (Link is null ? Text : Text.Replace(Link, "", StringComparison.Ordinal))
        .Normalize(NormalizationForm.FormC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words that were approved last, kept through later edits so that the next approver sees what changed. It neither leaves nor is bound.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ApprovedText { get; init; }

    /// <summary>The pictures as the network took them for the newest send, so that a repetition is the same. It is not bound.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HandedPictures? Handed { get; init; }

    /// <summary>What an approval binds: the words, link, media, alt text, targeting and the account.</summary>
    public string HashFor(Guid accountId)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(accountId + JsonColumn.Write(this with { ApprovedText = null, Handed = null }))));
}
