using Recruit.Channels;
using Recruit.Pictures;

namespace Recruit.Deliveries;

/// <summary>What a post goes out with.</summary>
/// <param name="Lacking">A sentence when a picture is not among them, else null.</param>
public sealed record HandedPictures(IReadOnlyList<HandedPicture> Pictures, string? Lacking);

/// <summary>
/// Draws a delivery's pictures and hands them to its network, before the row is claimed: the claim's lease is for the one call that may make a post.
/// A picture that does not get there is left out, and the row says why; the words matter more.
/// </summary>
public sealed partial class HandInPictures(CardPainter painter, TimeProvider clock, ILogger<HandInPictures> log)
{
    // Cards are drawn one at a time, and visitors of the jobs site may stand in line for theirs.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <returns>Null when there are none to hand in.</returns>
    public async Task<HandedPictures?> RunAsync(Delivery delivery, IChannel channel, AccountAccess account, CancellationToken ct)
    {
        if (delivery.Content.Media.Count == 0 || channel is not ITakesPictures network)
            return null;

        var handed = new List<HandedPicture>();
        string? lacking = null;
        foreach (var media in delivery.Content.Media)
        {
            var outcome = await TryPaintAsync(media.Card, ct) is { } png
                ? await network.HandInAsync(png, media.AltText, account, ct)
                : new HandIn.Failed("It could not be drawn.");
            if (outcome is HandIn.Taken taken)
                handed.Add(taken.Picture);
            else if (outcome is HandIn.Failed failed)
                lacking = $"It was sent without its picture. {failed.Reason}";
        }

        if (lacking is not null)
            Log.Lacking(log, delivery.Id, delivery.AccountId);
        return new HandedPictures(handed, lacking);
    }

    /// <summary>Null when it cannot be drawn; it is never a reason not to send.</summary>
    public async Task<byte[]?> TryPaintAsync(CardFacts card, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(LongestWait, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            return await painter.PaintAsync(card, end.Token);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            Log.NotDrawn(log, fault);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {DeliveryId} on account {AccountId} goes out without its picture")]
        public static partial void Lacking(ILogger logger, Guid deliveryId, Guid accountId);

        [LoggerMessage(Level = LogLevel.Error, Message = "A card could not be drawn")]
        public static partial void NotDrawn(ILogger logger, Exception fault);
    }
}
