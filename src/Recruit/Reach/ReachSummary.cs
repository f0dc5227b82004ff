using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Templates;

namespace Recruit.Reach;

/// <summary>One number under the network's own label. No value means that the network has not told it, which is not zero.</summary>
public sealed record ReachNumber(string Label, long? Value, DateTimeOffset? ReadAt);

/// <param name="Clicks">On the link that the post carries, counted by us; null where it carries none.</param>
/// <param name="Numbers">In the network's order, told or not.</param>
public sealed record DeliveryReach(ReachedDelivery Delivery, string Network, long? Clicks, IReadOnlyList<ReachNumber> Numbers)
{
    public bool HasNumbers => Numbers.Any(number => number.Value is not null);

    /// <summary>The network's first number that was told: what stands for the post in a list.</summary>
    public ReachNumber? Leading => Numbers.FirstOrDefault(number => number.Value is not null);
}

/// <summary>One network's posts about a vacancy. Their numbers stay apart: people who saw two posts would be counted twice.</summary>
public sealed record NetworkReach(string Network, IReadOnlyList<DeliveryReach> Deliveries)
{
    public DeliveryReach Newest => Deliveries[0];
}

/// <param name="Clicks">All clicks on our links. The one number that may be added up: it means the same on every network.</param>
public sealed record VacancyReach(IReadOnlyList<NetworkReach> Networks, long Clicks, int Posts, int LivePosts, decimal Cost = 0);

/// <summary>What is known of a delivery that stands or stood on a network.</summary>
public sealed record ReachedDelivery(
    Guid Id,
    Guid VacancyId,
    ChannelKey Channel,
    string Handle,
    Moment Moment,
    DeliveryState State,
    DateTimeOffset PublishedAt,
    string? RemoteUrl,
    bool HasLink,
    DateTimeOffset? ReadAt,
    IReadOnlyDictionary<string, ReachValue> Values,
    decimal Cost = 0);

/// <summary>Puts what was read beside what we counted, and never adds numbers of different meaning.</summary>
public static class ReachSummary
{
    public static DeliveryReach Of(ReachedDelivery delivery, IChannel? channel, long clicks) => new(
        delivery,
        channel?.Name ?? delivery.Channel.Value,
        delivery.HasLink ? clicks : null,
        [.. (channel as IReportsReach)?.Metrics.Select(metric => delivery.Values.TryGetValue(metric.Key, out var told)
            ? new ReachNumber(metric.Label, told.Value, told.ReadAt)
            : new ReachNumber(metric.Label, null, null)) ?? []]);

    public static VacancyReach Of(IEnumerable<ReachedDelivery> deliveries, ChannelCatalog channels, IReadOnlyDictionary<Guid, long> clicks)
    {
        var all = deliveries.Select(delivery => Of(delivery, channels.Find(delivery.Channel.Value), clicks.GetValueOrDefault(delivery.Id))).ToList();
        var order = channels.All.Select(channel => channel.Name).ToList();
        return new VacancyReach(
            [.. all.GroupBy(reach => reach.Network).OrderBy(group => order.IndexOf(group.Key))
                .Select(group => new NetworkReach(group.Key, [.. group.OrderByDescending(reach => reach.Delivery.PublishedAt)]))],
            all.Sum(reach => reach.Clicks ?? 0),
            all.Count,
            all.Count(reach => reach.Delivery.State == DeliveryState.Published),
            all.Sum(reach => reach.Delivery.Cost));
    }
}
