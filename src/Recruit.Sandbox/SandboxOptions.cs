namespace Recruit.Sandbox;

/// <summary>What a host may choose. Limits default to the documented ones, so that practice meets them as the real networks would.</summary>
public sealed record SandboxOptions
{
    /// <summary>Zero picks a free port.</summary>
    public int Port { get; init; } = 5090;

    /// <summary>Null keeps everything in memory only.</summary>
    public string? DataFile { get; init; }

    /// <summary>How long every network call takes.</summary>
    public TimeSpan AnswerDelay { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Per account and window of X.</summary>
    public int XPosts { get; init; } = 100;

    /// <summary>The length of all of X's windows. Shorter ones let a run meet several.</summary>
    public TimeSpan XWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>X documents no length for it.</summary>
    public TimeSpan XDuplicateWindow { get; init; } = TimeSpan.FromHours(24);

    public TimeSpan LinkedInDuplicateWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Per organization and kind of call; LinkedIn shows the real numbers only in its portal.</summary>
    public int LinkedInCallsPerDay { get; init; } = 20_000;

    /// <summary>4,800 for each person engaged with the Page in 24 hours.</summary>
    public int FacebookCalls { get; init; } = 48_000;

    public TimeSpan FacebookWindow { get; init; } = TimeSpan.FromHours(24);
}
