using Recruit.Channels;
using Recruit.Compliance;

namespace Recruit.Deliveries;

public static class DeliveryDraft
{
    /// <summary>What the guard checks: the words as they will leave, with the facts stored beside them.</summary>
    public static Draft ToDraft(this Delivery delivery, IChannel channel) => ToDraft(delivery.Content, delivery.Facts, channel);

    public static Draft ToDraft(this PostContent content, DraftFacts facts, IChannel channel) => new(
        channel.Key,
        content.Text,
        LeavingLink(content, channel.Limits),
        [.. content.Media.Select(media => media.AltText), .. content.Card is { } card ? new[] { card.Title, card.Description } : []],
        new DraftLimits(channel.Limits.Measure(content.Text), channel.Limits.MaxLength, channel.Limits.Unit),
        facts);

    // Where the link is part of the words, one that was edited out of them does not leave at all.
    private static string? LeavingLink(PostContent content, PostLimits limits)
        => limits.LinkStandsInText && content.Link is { } link && !content.Text.Contains(link, StringComparison.Ordinal) ? null : content.Link;
}
