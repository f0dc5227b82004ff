namespace Recruit.Channels.Bluesky;

public sealed class BlueskyOptions : NetworkOptions
{
    public const string Section = "Channels:Bluesky";

    // No base address: an account may live on a server of its own, and most live on Bluesky's, see BlueskyChannel.HomeServer.
    public static NetworkAddresses Real { get; } = new("", "https://bsky.app/profile/{handle}/post/{id}", "https://bsky.app/profile/{handle}", "/profile/{handle}/post/{id}", "/bluesky/{account}")
    {
        DeveloperUrl = "https://bsky.app/settings/app-passwords",
        PracticeDeveloperPath = "/bluesky/developer",
    };
}
