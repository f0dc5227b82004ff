namespace Recruit.Sandbox;

public static class Networks
{
    public const string X = "x";
    public const string LinkedIn = "linkedin";
    public const string Facebook = "facebook";
    public const string Mastodon = "mastodon";
    public const string Bluesky = "bluesky";

    /// <summary>For addresses that begin with a network.</summary>
    public const string Route = "{network:regex(^(x|linkedin|facebook|mastodon|bluesky)$)}";

    public static readonly IReadOnlyList<string> All = [X, LinkedIn, Facebook, Mastodon, Bluesky];

    public static string DisplayName(string network) => network switch
    {
        X => "X",
        LinkedIn => "LinkedIn",
        Facebook => "Facebook",
        Mastodon => "Mastodon",
        Bluesky => "Bluesky",
        _ => network,
    };
}
