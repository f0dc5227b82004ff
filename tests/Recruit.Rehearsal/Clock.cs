namespace Recruit.Rehearsal;

/// <summary>The machine's clock, which real processes share.</summary>
public static class Clock
{
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Enough for a start of the app before the first instant that matters, also on a machine that others use.</summary>
    public static TimeSpan Lead => TimeSpan.FromSeconds(8 + (2 * Math.Min(Machine.Load, 25)));

    public static Task PassAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System);

    /// <summary>Returns at the instant, or at once when it has passed.</summary>
    public static Task ReachAsync(DateTimeOffset instant) => instant - Now is { Ticks: > 0 } wait ? Task.Delay(wait, TimeProvider.System) : Task.CompletedTask;
}
