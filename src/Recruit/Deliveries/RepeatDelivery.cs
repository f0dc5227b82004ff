using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Compliance;

namespace Recruit.Deliveries;

/// <summary>
/// Sends what got no answer once more, byte for byte and with the same key, where the network answers that with the post that stands there already.
/// Only what may still go out is repeated, once, and only while the network surely knows the key; anything else is looked for.
/// </summary>
public sealed partial class RepeatDelivery(
    Outbox outbox,
    AccountHealth health,
    ComplianceGuard guard,
    ChannelCatalog channels,
    TokenVault vault,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    ILogger<RepeatDelivery> log)
{
    /// <returns>The delivery as it stands now when it must be looked for; null when there is nothing to look for at this moment.</returns>
    public async Task<Delivery?> RunAsync(Delivery delivery, CancellationToken ct)
    {
        var channel = channels[delivery.Account!.Channel];
        var began = clock.GetTimestamp();
        if (!MayRepeat(delivery, channel) || vault.Open(delivery.Account) is not { } access || await outbox.IsPausedAsync(ct) || await outbox.WasRepeatedAsync(delivery, ct))
            return delivery;
        if (await outbox.RepeatAsync(delivery, ct) is not { } attempt)
            return null;

        // A machine that stood still since may have outlived the key, and then the same again is a second post.
        var result = clock.GetElapsedTime(began) >= options.Value.LeaseMargin
            ? new PublishResult.Unreachable("The program stood still before the request left, so nothing was sent.")
            : await channel.PublishAsync(delivery.ToRequest(), access, CancellationToken.None);
        // Whatever else it says, it says of the repetition: the first send may stand there all the same.
        var stored = await outbox.StoreAsync(delivery, row =>
        {
            if (result is PublishResult.Published && row.Heeds(result, row.Attempts))
                row.Record(result, clock.GetUtcNow(), options.Value.Times);
        }, ct);
        await outbox.CloseAttemptAsync(attempt, stored, result.GetType().Name, result.Reason, result.RequestId, ct);
        // A server that no longer knows what stood under the key says nothing of the account; the look that follows hears what is true.
        if (result is PublishResult.RateLimited or PublishResult.SignedOut)
            await health.NoteAsync(delivery.Account, result, ct);
        Log.Repeated(log, delivery.Id, delivery.AccountId, result.GetType().Name, stored.State);
        // Without an answer the repetition may be on its way still: a look before its time is over would prove nothing.
        return stored is { State: DeliveryState.Uncertain, Account: not null } && result is not (PublishResult.RateLimited or PublishResult.SignedOut or PublishResult.NoAnswer) ? stored : null;
    }

    private bool MayRepeat(Delivery delivery, IChannel channel)
    {
        var now = clock.GetUtcNow();
        return channel is IRepeatsSafely repeats
            && delivery is { TakeDownAskedAt: null, IsApproved: true, FirstAttemptAt: { } first }
            && (repeats.RepeatsFor is not { } known || now - first < known)
            && delivery.TooLate(now, options.Value.LateAfter) is null
            && guard.Check(delivery.ToDraft(channel)).Stop is null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {DeliveryId} on account {AccountId} was sent again with its key: {Outcome}, now {State}")]
        public static partial void Repeated(ILogger logger, Guid deliveryId, Guid accountId, string outcome, DeliveryState state);
    }
}
