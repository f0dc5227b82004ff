using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Deliveries;

/// <summary>
/// Walks the way of a send, up to the network, with a delivery that no table ever holds. Code is compiled when it first runs, which takes longer than the
/// rest of a send together: without this the first post after a start would be a second late. The later walks, with rests between them, make the compiler
/// take the way for one that is often gone, so that a burst soon after the start is not held up either.
/// </summary>
public sealed partial class WarmUp(
    Outbox outbox, ComplianceGuard guard, ChannelCatalog channels, TokenVault vault, IDbContextFactory<RecruitDb> databases,
    IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<WarmUp> log)
    : BackgroundService
{
    // The runtime compiles well what was called thirty times.
    private const int Walks = 35;

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(60);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start goes on meanwhile.
        await Task.Yield();
        try
        {
            for (var walk = 0; walk < Walks; walk++)
            {
                await WalkAsync(stoppingToken);
                await Task.Delay(Rest, clock, stoppingToken);
            }

            // What the start needed once is given back to the machine; by itself the collector would keep it for a busy day.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
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

    /// <summary>Once from the question what is due to the answer's entry in the trail.</summary>
    public async Task WalkAsync(CancellationToken ct)
    {
        var account = new Account { Channel = channels.All.First().Key };
        vault.Seal(account, new Dictionary<string, string>());
        vault.Open(account);
        var nobody = Nobody(account);
        await outbox.NextDueAsync(account.Id, ct);
        await outbox.NextInstantAsync(account.Id, ct);
        foreach (var channel in channels.All)
            guard.Check(nobody.ToDraft(channel));
        await StoreAsync(account, nobody, ct);
    }

    // What the outbox writes, in a transaction that comes to nothing.
    private async Task StoreAsync(Account account, Delivery nobody, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var turn = await db.Database.BeginTransactionAsync(ct);
        db.AddRange(account, nobody);
        await db.SaveChangesAsync(ct);
        var attempt = nobody.Claim(now, options.Value.Lease, Guid.Empty);
        db.Attempts.Add(attempt);
        await db.SaveChangesAsync(ct);
        await db.RunningPauses.AnyAsync(ct);
        nobody.Record(new PublishResult.Published("nobody", null), now, options.Value.Times);
        await db.SaveChangesAsync(ct);
        (attempt.EndedAt, attempt.Outcome) = (now, nameof(PublishResult.Published));
        db.Audit(Actor.Clock, Acts.DeliveryAttempted, nobody.Id, now, nobody.FacilityId);
        await db.SaveChangesAsync(ct);
        await turn.RollbackAsync(ct);
    }

    private Delivery Nobody(Account account)
    {
        var now = clock.GetUtcNow();
        var delivery = new Delivery
        {
            FacilityId = Guid.Empty,
            AccountId = account.Id,
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
