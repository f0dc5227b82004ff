using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>Settles a send that got no answer: by the same send again where the network makes no second post of it, else by looking on the account's own timeline.</summary>
public sealed class SettleUncertain(
    IDbContextFactory<RecruitDb> databases,
    Outbox outbox,
    AccountHealth health,
    RepeatDelivery repeat,
    ChannelCatalog channels,
    TokenVault vault,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    Boot boot)
{
    private RetryTimes Times => options.Value.Times;

    public async Task RunAsync(Delivery delivery, CancellationToken ct)
    {
        using var step = DeliveryMetrics.Step("settle", delivery);
        if (await repeat.RunAsync(delivery, ct) is not { } open)
            return;

        delivery = open;
        var look = new Attempt { DeliveryId = delivery.Id, Kind = AttemptKind.Look, StartedAt = clock.GetUtcNow(), Boot = boot.Id };
        var (move, outcome, reason, setback) = await LookAsync(delivery, ct);
        var stored = await outbox.StoreAsync(delivery, row =>
        {
            // A late answer or a person may have settled it during the look.
            if (row.State == DeliveryState.Uncertain)
                move(row);
        }, ct);
        step?.SetTag("recruit.outcome", outcome);
        await outbox.CloseAttemptAsync(look, stored, outcome, reason, setback?.RequestId, ct);
        if (setback is not null)
            await health.NoteAsync(delivery.AccountId, setback, ct);
    }

    private async Task<(Action<Delivery> Move, string Outcome, string Reason, Setback? Setback)> LookAsync(Delivery delivery, CancellationToken ct)
    {
        if (channels[delivery.Account!.Channel] is not IFindsPosts finder)
            return (row => row.AskPerson("This network cannot be asked whether it stands there."), "CannotLook", "", null);

        if (vault.Open(delivery.Account) is not { } access)
            return Failed(FailedLook.NoToken);

        var since = (delivery.FirstAttemptAt ?? delivery.CreatedAt) - ReadBackMatch.ClockSkew;
        switch (await finder.ReadBackAsync(since, access, ct))
        {
            case ReadBack.Read read:
                var held = await HeldElsewhereAsync(delivery, read.Posts, ct);
                return ReadBackMatch.Find(delivery, read.Posts, held) is { } found
                    ? (row => row.Appear(found.RemoteId, found.Url, found.CreatedAt), "Found", "", null)
                    : (row => row.LookedAbsent(clock.GetUtcNow(), Times), "Absent", $"Read {read.Posts.Count} posts.", null);
            case ReadBack.Failed failed:
                return Failed(await FailedLook.OfAsync(databases, delivery.Id, failed.Reason, failed.Setback, Times, ct));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private (Action<Delivery> Move, string Outcome, string Reason, Setback? Setback) Failed(FailedLook look)
        => (row => look.Move(row, clock.GetUtcNow(), Times), look.Name, look.Reason, look.Setback);

    private async Task<HashSet<string>> HeldElsewhereAsync(Delivery delivery, IReadOnlyList<RecentPost> posts, CancellationToken ct)
    {
        var ids = posts.Select(post => post.RemoteId).ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        var held = await db.Deliveries
            .Where(other => other.AccountId == delivery.AccountId && other.Id != delivery.Id && other.RemoteId != null && ids.Contains(other.RemoteId))
            .Select(other => other.RemoteId!)
            .ToListAsync(ct);
        return [.. held];
    }
}
