namespace Recruit.Sandbox.OAuth;

/// <summary>A program that a developer announced to a network.</summary>
/// <param name="RedirectUri">Compared letter by letter.</param>
public sealed record App(string Network, string ClientId, string ClientSecret, string Name, string RedirectUri);

/// <summary>What one person allowed one app; each renewal makes the next one of the same family.</summary>
public sealed record Grant
{
    public required string Id { get; init; }
    public required string Family { get; init; }
    public required string Network { get; init; }
    public required string ClientId { get; init; }
    public required string Account { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }
    public required string AccessToken { get; init; }
    public required DateTimeOffset AccessEndsAt { get; init; }

    /// <summary>Null where the network gave none.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>The refresh token was used, or the whole family was taken back.</summary>
    public bool IsSpent { get; init; }

    public bool IsRevoked { get; init; }
}

/// <summary>What the browser carries back: used once, and soon.</summary>
/// <param name="Challenge">The hash of a secret that only the app knows; null where the network asks for none.</param>
public sealed record Code(string Value, App App, string Account, IReadOnlyList<string> Scopes, string? Challenge, DateTimeOffset EndsAt);
