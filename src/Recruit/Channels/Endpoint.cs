namespace Recruit.Channels;

/// <summary>Where a network listens and how it marks its answers.</summary>
/// <param name="Network">Its name as people know it.</param>
/// <param name="RequestIdHeader">The header by which its support finds a call.</param>
public sealed record Endpoint(string Network, Uri BaseUrl, string RequestIdHeader);
