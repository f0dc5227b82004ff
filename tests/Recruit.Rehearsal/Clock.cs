namespace Recruit.Rehearsal;

/// <summary>The machine's clock, which real processes share.</summary>
public static class Clock
{
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static Task PassAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System);

    /// <summary>Returns at the instant, or at once when it has passed.</summary>
    public static Task ReachAsync(DateTimeOffset instant) => instant - Now is { Ticks: > 0 } wait ? Task.Delay(wait, TimeProvider.System) : Task.CompletedTask;
}
