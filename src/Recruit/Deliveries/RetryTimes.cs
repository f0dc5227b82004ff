namespace Recruit.Deliveries;

/// <summary>When the next try or look is made.</summary>
/// <param name="LookDelays">One sure look each, measured from the loss and from the look before.</param>
/// <param name="CallTimeOut">A call is surely over after this long.</param>
public sealed record RetryTimes(IReadOnlyList<TimeSpan> RetryDelays, IReadOnlyList<TimeSpan> LookDelays, TimeSpan CallTimeOut)
{
    /// <summary>Removals that leave the post standing, before a person is asked.</summary>
    public int Removals { get; init; } = 3;

    /// <summary>Looks in a row that came to nothing, before a person is asked.</summary>
    public int FailedLooks { get; init; } = 10;

    public int Looks => LookDelays.Count;

    /// <summary>After the given number of tries; the last delay repeats.</summary>
    public TimeSpan After(int tries) => RetryDelays[Math.Clamp(tries - 1, 0, RetryDelays.Count - 1)];

    public TimeSpan LookAfter(int looks) => LookDelays[Math.Clamp(looks, 0, LookDelays.Count - 1)];

    /// <summary>After so many looks in a row that came to nothing, from 1: never shorter than a sure look would wait.</summary>
    public TimeSpan AfterFailed(int looks) => LookAfter(looks - 1) > After(looks) ? LookAfter(looks - 1) : After(looks);
}
