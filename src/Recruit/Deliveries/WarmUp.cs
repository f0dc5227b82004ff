using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>
/// Walks the way of a send once, up to the network, with a delivery that is in no table. Code is compiled when it first runs, which takes longer than the
/// rest of a send together: without this the first post after a start would be a second late.
/// </summary>
public sealed partial class WarmUp(Outbox outbox, ComplianceGuard guard, ChannelCatalog channels, TokenVault vault, TimeProvider clock, ILogger<WarmUp> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start goes on meanwhile.
        await Task.Yield();
        try
        {
            var nobody = Nobody();
            await outbox.NextDueAsync(nobody.AccountId, stoppingToken);
            await outbox.NextInstantAsync(nobody.AccountId, stoppingToken);
            foreach (var channel in channels.All)
                guard.Check(nobody.ToDraft(channel));
            var account = new Account();
            vault.Seal(account, new Dictionary<string, string>());
            vault.Open(account);
            await outbox.ClaimAsync(nobody, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends before it had anything to send.
        }
#pragma warning disable CA1031 // Whatever breaks here breaks again, and is told, when there is something to send.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            Log.NotWarm(log, broken.GetType().Name);
        }
    }

    private Delivery Nobody()
    {
        var now = clock.GetUtcNow();
        var delivery = new Delivery
        {
            FacilityId = Guid.Empty,
            AccountId = Guid.Empty,
            CreatedAt = now,
            Label = "Nothing",
            Content = new PostContent("Registered nurse, nights. $38.50 to $52.00 an hour. Apply: https://example.org/go/abc", "https://example.org/go/abc", null, [], Targeting.Everyone),
            Facts = DraftFacts.None,
        };
        delivery.Plan(now);
        delivery.Approve(new Actor(Guid.Empty, "Nobody"), now);
        return delivery;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The first post may be late by a moment: its way could not be walked at the start ({Fault})")]
        public static partial void NotWarm(ILogger logger, string fault);
    }
}
