using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;
using Clicks = System.Collections.Generic.Dictionary<(System.Guid DeliveryId, System.DateTimeOffset Hour), int>;

namespace Recruit.Reach;

/// <summary>
/// Counts followed links without making anybody wait for the database: clicks gather in memory while the write before is under way.
/// Memory is bounded by the deliveries and hours clicked, not by clicks. What is gathered is written out when the program stops.
/// </summary>
public sealed partial class ClickCounter(
    IDbContextFactory<RecruitDb> databases,
    TimeProvider clock,
    ILogger<ClickCounter> log) : BackgroundService
{
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(1);

    // Not disposed: they hold nothing but memory, and a host may stop once more what it has disposed.
    private readonly SemaphoreSlim _waiting = new(0, 1);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Lock _lock = new();
    private Clicks _gathered = [];

    public void Count(Guid deliveryId) => Gather([KeyValuePair.Create((deliveryId, HourOfClicks.StartOf(clock.GetUtcNow())), 1)]);

    /// <summary>Writes what is gathered. True when nothing is left behind.</summary>
    public async Task<bool> FlushAsync(CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            return await WriteAsync(TakeAll(), ct);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await _waiting.WaitAsync(stoppingToken);
                // A write that has begun is finished: cut off in the middle it could be counted twice.
                if (!await FlushAsync(CancellationToken.None))
                    await Task.Delay(PauseAfterTrouble, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; StopAsync writes the rest.
        }
    }

    private async Task<bool> WriteAsync(Clicks clicks, CancellationToken ct)
    {
        foreach (var (at, count) in clicks)
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(ct);
                await db.AddClicksAsync(at.DeliveryId, at.Hour, count, ct);
                clicks.Remove(at);
            }
            catch (Exception trouble) when (trouble is DbException or DbUpdateException or { InnerException: DbException })
            {
                Log.NotCounted(log, trouble, clicks.Values.Sum());
                Gather(clicks);
                return false;
            }
        }

        return true;
    }

    private void Gather(IEnumerable<KeyValuePair<(Guid, DateTimeOffset), int>> clicks)
    {
        lock (_lock)
        {
            foreach (var (at, count) in clicks)
                _gathered[at] = _gathered.GetValueOrDefault(at) + count;
            if (_waiting.CurrentCount == 0)
                _waiting.Release();
        }
    }

    private Clicks TakeAll()
    {
        lock (_lock)
        {
            var taken = _gathered;
            _gathered = [];
            return taken;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Count} clicks could not be written yet; they are kept and written later.")]
        public static partial void NotCounted(ILogger log, Exception trouble, int count);
    }
}
