using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Quartz;
using Recruit.Accounts;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>Wakes each account's lane at its next instant. What is due stands in the outbox; losing a trigger loses nothing.</summary>
public sealed partial class Lanes(ISchedulerFactory schedulers, IDbContextFactory<RecruitDb> databases, Outbox outbox, TimeProvider clock, ILogger<Lanes> log)
{
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _arming = new();

    /// <summary>Call after every commit that gives the account work, or takes it away.</summary>
    public async Task ArmAsync(Guid accountId, CancellationToken ct = default)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var gate = _arming.GetOrAdd(accountId, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(ct);
        try
        {
            // A commit between reading and setting would be missed, so the two must agree before we leave.
            var next = await outbox.NextInstantAsync(accountId, ct);
            while (true)
            {
                await SetAsync(scheduler, accountId, next, ct);
                var again = await outbox.NextInstantAsync(accountId, ct);
                if (again == next)
                    return;
                next = again;
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task ArmAsync(IEnumerable<Guid> accountIds, CancellationToken ct = default)
    {
        foreach (var accountId in accountIds.Distinct())
            await ArmAsync(accountId, ct);
    }

    /// <summary>At start every account that has work; as the safety net those whose waking is overdue.</summary>
    public async Task ArmAllAsync(bool onlyOverdue, CancellationToken ct)
    {
        var before = onlyOverdue ? clock.GetUtcNow() - TimeSpan.FromSeconds(2) : DateTimeOffset.MaxValue;
        await using var db = await databases.CreateDbContextAsync(ct);
        var waiting = await db.Deliveries
            .Where(delivery => delivery.NextAt < before && delivery.Account!.State == AccountState.Active)
            .Select(delivery => delivery.AccountId)
            .Distinct()
            .ToListAsync(ct);
        await ArmAsync(waiting, ct);
    }

    private async Task SetAsync(IScheduler scheduler, Guid accountId, DateTimeOffset? at, CancellationToken ct)
    {
        var job = LaneJob.KeyOf(accountId);
        var trigger = new TriggerKey(accountId.ToString(), LaneJob.Group);
        if (at is null)
        {
            await scheduler.UnscheduleJob(trigger, ct);
            return;
        }

        if (!await scheduler.Exists(job, ct))
            await scheduler.AddJob(JobBuilder.Create<LaneJob>().WithIdentity(job).StoreDurably().RequestRecovery().Build(), new AddJobOptions { Replace = true }, ct);

        var now = clock.GetUtcNow();
        var waking = TriggerBuilder.Create().WithIdentity(trigger).ForJob(job).StartAt(at > now ? at.Value : now)
            .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
        if (await scheduler.RescheduleJob(trigger, waking, ct) is null)
            await scheduler.ScheduleJob(waking, cancellationToken: ct);
        Log.Armed(log, accountId, at.Value);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Lane of account {AccountId} wakes at {At:O}")]
        public static partial void Armed(ILogger logger, Guid accountId, DateTimeOffset at);
    }
}
