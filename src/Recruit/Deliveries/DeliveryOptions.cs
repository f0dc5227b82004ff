using System.ComponentModel.DataAnnotations;

namespace Recruit.Deliveries;

public sealed class DeliveryOptions
{
    public const string Section = "Deliveries";

    private TimeSpan _callTimeOut = TimeSpan.FromSeconds(30);

    /// <summary>Added to a call's time-out: how long a row stays taken when its process is silent.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LeaseMargin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Later than this after its due instant, a delivery is skipped unless its broadcast says otherwise.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Waits between the looks for a post that left without an answer. Empty: 30 seconds, then 5 minutes.</summary>
    public TimeSpan[] LookDelays { get; set; } = [];

    /// <summary>Waits between tries while a network cannot be reached; the last one repeats. Empty: 5 s, 15 s, 1 min, 5 min, 15 min.</summary>
    public TimeSpan[] RetryDelays { get; set; } = [];

    /// <summary>How often a post is removed that still stands there afterwards, before a person is asked.</summary>
    [Range(1, 20)]
    public int RemovalTries { get; set; } = 3;

    /// <summary>A call to a network is surely over after this long: the time-out that all calls have.</summary>
    public TimeSpan CallTimeOut => _callTimeOut;

    public TimeSpan Lease => CallTimeOut + LeaseMargin;

    public RetryTimes Times => new(RetryDelays, LookDelays, CallTimeOut) { Removals = RemovalTries };

    private static readonly int[] RetrySeconds = [5, 15, 60, 300, 900];

    // The configuration binder adds to arrays that hold values, so defaults are filled in only where nothing was set.
    internal void FillIn(TimeSpan callTimeOut)
    {
        _callTimeOut = callTimeOut;
        if (LookDelays.Length == 0)
            LookDelays = [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)];
        if (RetryDelays.Length == 0)
            RetryDelays = [.. RetrySeconds.Select(seconds => TimeSpan.FromSeconds(seconds))];
    }
}
