using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Channels;

namespace Recruit.Deliveries;

/// <summary>Removes a live post at its network. Removing twice is harmless, so no claim is needed.</summary>
public sealed partial class RemoveDelivery(
    Outbox outbox,
    AccountHealth health,
    ChannelCatalog channels,
    TokenVault vault,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    Boot boot,
    ILogger<RemoveDelivery> log)
{
    public async Task RunAsync(Delivery delivery, CancellationToken ct)
    {
        using var step = DeliveryMetrics.Step("remove", delivery);
        var attempt = new Attempt { DeliveryId = delivery.Id, Kind = AttemptKind.Remove, StartedAt = clock.GetUtcNow(), Boot = boot.Id };
        var result = await RemoveAsync(delivery, ct);
        var stored = await outbox.StoreAsync(delivery, row =>
        {
            if (row.State == DeliveryState.Removing)
                row.Record(result, clock.GetUtcNow(), options.Value.Times);
        }, ct);
        await health.NoteAsync(delivery.AccountId, result, ct);
        await outbox.CloseAttemptAsync(attempt, stored, result.GetType().Name, result.Reason, result.RequestId, ct);
        step?.SetTag("recruit.outcome", result.GetType().Name);
        Log.Removed(log, delivery.Id, delivery.AccountId, result.GetType().Name);
    }

    private async Task<RemoveResult> RemoveAsync(Delivery delivery, CancellationToken ct)
    {
        if (delivery.RemoteId is not { } remoteId)
            return new RemoveResult.Refused("Its id on the network is not known. Remove it there, then mark it as gone.");

        return vault.Open(delivery.Account!) is { } access
            ? await channels[delivery.Account!.Channel].RemoveAsync(remoteId, access, ct)
            : new RemoveResult.SignedOut("Its token cannot be read any more. Enter it again.");
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Removal of delivery {DeliveryId} on account {AccountId}: {Outcome}")]
        public static partial void Removed(ILogger logger, Guid deliveryId, Guid accountId, string outcome);
    }
}
