using Recruit.Deliveries;

namespace Recruit.Rehearsal;

/// <summary>What stands at the networks against what the app says.</summary>
/// <param name="Lost">Should stand there and does not.</param>
/// <param name="Doubled">Posts beyond the first of a delivery.</param>
/// <param name="Wrong">The state or the remote id is not what the network shows.</param>
/// <param name="Unsettled">Waits for a person, or for ever.</param>
public sealed record Tally(int Lost, int Doubled, int Wrong, int Unsettled)
{
    public bool IsClean => this == new Tally(0, 0, 0, 0);

    public static Tally operator +(Tally left, Tally right) =>
        new(left.Lost + right.Lost, left.Doubled + right.Doubled, left.Wrong + right.Wrong, left.Unsettled + right.Unsettled);

    public static Tally Of(IEnumerable<Delivery> deliveries, IEnumerable<SeenPost> posts)
    {
        var byCode = posts.ToLookup(post => CodeOf(post.Link));
        var (lost, doubled, wrong, unsettled) = (0, 0, 0, 0);
        foreach (var delivery in deliveries)
        {
            var own = byCode[delivery.LinkCode!].ToList();
            lost += own.Count == 0 ? 1 : 0;
            doubled += Math.Max(0, own.Count - 1);
            var saysLive = delivery.State == DeliveryState.Published;
            var isOpen = delivery.NeedsPerson || delivery.State is DeliveryState.Uncertain or DeliveryState.Sending or DeliveryState.Scheduled or DeliveryState.Retrying;
            unsettled += isOpen ? 1 : 0;
            wrong += saysLive && own.All(post => post.Id != delivery.RemoteId) ? 1 : 0;
            wrong += !saysLive && !isOpen && own.Exists(post => post.RemovedAt is null) ? 1 : 0;
        }

        return new Tally(lost, doubled, wrong, unsettled);
    }

    public static string CodeOf(string? link) => link is null ? "" : link[(link.LastIndexOf('/') + 1)..];

    public override string ToString() => $"lost {Lost}, doubled {Doubled}, wrong {Wrong}, unsettled {Unsettled}";
}
