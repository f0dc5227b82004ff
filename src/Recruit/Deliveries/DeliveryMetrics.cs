using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>What monitoring sees of the lanes: counts, times and ids; never words or tokens.</summary>
public sealed class DeliveryMetrics
{
    public const string Name = "Recruit.Deliveries";

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly double[] Seconds = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 3600];

    private readonly IDbContextFactory<RecruitDb> _databases;
    private readonly TimeProvider _clock;
    private readonly Histogram<double> _dueToWire;
    private readonly Counter<long> _attempts;
    private readonly Lock _gate = new();
    private (DateTimeOffset At, OutboxReading Reading)? _last;

    public DeliveryMetrics(IMeterFactory meters, IDbContextFactory<RecruitDb> databases, TimeProvider clock)
    {
        (_databases, _clock) = (databases, clock);
        var meter = meters.Create(Name);
        _dueToWire = meter.CreateHistogram("recruit.delivery.due_to_wire", "s", "From the due instant to the first request", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        _attempts = meter.CreateCounter<long>("recruit.delivery.attempts", "{attempt}", "Sends, looks and removals by what came of them");
        meter.CreateObservableGauge("recruit.delivery.uncertain", () => Now().Uncertain, "{delivery}", "Sent, and nobody knows yet what came of it");
        meter.CreateObservableGauge("recruit.lanes.waiting", () => Now().LanesWaiting, "{lane}", "Active accounts with something due that has not been taken");
        meter.CreateObservableGauge("recruit.delivery.oldest_due_age", () => Now().OldestDueAge.TotalSeconds, "s", "How long the oldest due delivery of an active account has waited");
    }

    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>A step of a delivery, as a trace shows it.</summary>
    public static Activity? Step(string name, Delivery delivery) => Traces.StartActivity(name)
        ?.SetTag("recruit.delivery.id", delivery.Id).SetTag("recruit.account.id", delivery.AccountId).SetTag("recruit.network", delivery.Account!.Channel.Value);

    /// <summary>The request leaves now. Later tries say nothing about punctuality.</summary>
    public void Leave(Delivery delivery)
    {
        if (delivery is { Attempts: 1, DueAt: { } due })
            _dueToWire.Record(Math.Max(0, (_clock.GetUtcNow() - due).TotalSeconds), new KeyValuePair<string, object?>("network", delivery.Account!.Channel.Value));
    }

    public void Count(Attempt attempt) => _attempts.Add(1, new KeyValuePair<string, object?>("kind", attempt.Kind.ToString()), new KeyValuePair<string, object?>("outcome", attempt.Outcome));

    /// <summary>Three gauges are read one after the other: one look at the database serves them all.</summary>
    private OutboxReading Now()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            if (_last is { } last && now - last.At < Fresh)
                return last.Reading;

            using var db = _databases.CreateDbContext();
            var due = db.Deliveries.Where(delivery => delivery.NextAt <= now && delivery.Account!.State == Accounts.AccountState.Active
                && (delivery.Account.WaitUntil == null || delivery.Account.WaitUntil <= now));
            var reading = new OutboxReading(
                db.Deliveries.Count(delivery => delivery.State == DeliveryState.Uncertain),
                due.Select(delivery => delivery.AccountId).Distinct().Count(),
                due.Min(delivery => delivery.NextAt) is { } oldest ? now - oldest : TimeSpan.Zero);
            _last = (now, reading);
            return reading;
        }
    }

    private sealed record OutboxReading(int Uncertain, int LanesWaiting, TimeSpan OldestDueAge);
}
