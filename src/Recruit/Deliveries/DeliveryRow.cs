using Recruit.Channels;
using Recruit.Shell.Parts;

namespace Recruit.Deliveries;

/// <summary>A delivery as lists show it.</summary>
public sealed record DeliveryRow(Delivery Delivery, IChannel Network, TimeZoneInfo Zone, string Sentence)
{
    /// <param name="delivery">With its account.</param>
    /// <param name="pause">The pause that holds everything back, if one does.</param>
    public static DeliveryRow Of(Delivery delivery, ChannelCatalog channels, TimeZoneInfo zone, DateTimeOffset now, SendingPause? pause)
    {
        var network = channels[delivery.Account!.Channel];
        return new DeliveryRow(delivery, network, zone, new DeliveryWords(network.Name, zone, now, pause).Describe(delivery));
    }

    /// <summary>Equal as long as nothing that is shown has changed; a sentence can change by the clock alone.</summary>
    public (Guid Id, Guid Version, string Sentence) Mark => (Delivery.Id, Delivery.Version, Sentence);

    public Tone Tone => Delivery.State switch
    {
        _ when Delivery.NeedsPerson => Tone.Bad,
        DeliveryState.Held or DeliveryState.Uncertain => Tone.Careful,
        DeliveryState.Scheduled or DeliveryState.Sending or DeliveryState.Retrying or DeliveryState.Removing => Tone.Busy,
        DeliveryState.Published => Tone.Good,
        _ => Tone.Quiet,
    };
}
