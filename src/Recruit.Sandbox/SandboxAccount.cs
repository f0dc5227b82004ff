namespace Recruit.Sandbox;

public sealed record SandboxAccount
{
    public required string Network { get; init; }
    public required string Id { get; init; }
    public required string Handle { get; init; }
    public required string Name { get; init; }
    public required int Followers { get; init; }

    /// <summary>What it says of itself; X alone tells it.</summary>
    public string Bio { get; init; } = "";

    /// <summary>The id of the post that stands above all others; empty when none does.</summary>
    public string Pinned { get; init; } = "";

    /// <summary>An account nobody introduced still has a face, made from its id.</summary>
    public static SandboxAccount Unnamed(string network, string id) => new()
    {
        Network = network,
        Id = id,
        Handle = network switch
        {
            Networks.X or Networks.Mastodon => $"practice_{Last(id, 6)}",
            Networks.Bluesky => $"practice-{Last(id, 6)}.bsky.example",
            _ => $"practice-{Last(id, 6)}",
        },
        Name = $"Practice hospital {Last(id, 4)}",
        Followers = DefaultFollowers(network, id),
    };

    public static int DefaultFollowers(string network, string id)
    {
        var (least, most) = network switch
        {
            Networks.X => (1_800, 6_000),
            Networks.LinkedIn => (50_000, 70_000),
            Networks.Mastodon => (300, 2_000),
            Networks.Bluesky => (800, 4_000),
            _ => (4_000, 15_000),
        };
        return least + (int)(Growth.Fraction(id, "followers") * (most - least));
    }

    private static string Last(string id, int count) => id.Length <= count ? id : id[^count..];
}
