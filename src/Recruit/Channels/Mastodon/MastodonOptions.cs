using System.ComponentModel.DataAnnotations;

namespace Recruit.Channels.Mastodon;

public sealed class MastodonOptions : NetworkOptions
{
    public const string Section = "Channels:Mastodon";

    // No base address: each account names its own server, and its server names the address of each post.
    public static NetworkAddresses Real { get; } = new("", "", "{server}/@{handle}", "", "/mastodon/{account}")
    {
        PracticeDeveloperPath = "/mastodon/developer",
    };

    /// <summary>What a server takes unless its administrator changed it. Connecting an account compares it with what the account's own server tells.</summary>
    [Range(100, 100_000, ErrorMessage = "The field MaxCharacters must lie between 100 and 100000.")]
    public int MaxCharacters { get; set; } = 500;

    /// <summary>What a link counts, however long it is.</summary>
    [Range(1, 500, ErrorMessage = "The field CharactersPerUrl must lie between 1 and 500.")]
    public int CharactersPerUrl { get; set; } = 23;
}
