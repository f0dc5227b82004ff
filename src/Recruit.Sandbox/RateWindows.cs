namespace Recruit.Sandbox;

public sealed record Allowance(int Limit, int Used, DateTimeOffset ResetAt)
{
    public bool IsSpent => Used > Limit;
    public int Remaining => Math.Max(0, Limit - Used);
}

/// <summary>Counts calls in fixed windows, as the networks do: a window opens with its first call and empties at once.</summary>
public sealed class RateWindows(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Allowance> _open = [];

    public Allowance Count(string key, int limit, TimeSpan length) => Count(key, limit, now => now + length);

    public Allowance CountUntilMidnight(string key, int limit) =>
        Count(key, limit, now => new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero));

    private Allowance Count(string key, int limit, Func<DateTimeOffset, DateTimeOffset> end)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (!_open.TryGetValue(key, out var window) || window.ResetAt <= now)
                window = new Allowance(limit, 0, end(now));
            window = window with { Used = window.Used + 1 };
            _open[key] = window;
            return window;
        }
    }
}
