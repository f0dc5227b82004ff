namespace Recruit.Channels;

/// <summary>What a network's own headers say of its limits, at one call.</summary>
/// <param name="Words">"97 of 100 calls left".</param>
/// <param name="ResetsAt">When all of it is to be had again; null when the network does not say.</param>
public sealed record LimitLeft(string Words, DateTimeOffset? ResetsAt);
