using System.Text.Json.Serialization;

namespace Recruit.Channels.LinkedIn;

/// <summary>LinkedIn's token answer; unlike its other JSON it is written with underscores.</summary>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="Scope">What was given, with commas or blanks between.</param>
public sealed record LinkedInTokens(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken,
    [property: JsonPropertyName("expires_in")] int? ExpiresIn,
    [property: JsonPropertyName("scope")] string? Scope)
{
    public override string ToString() => "Tokens of LinkedIn";
}

public sealed record LinkedInRoles(IReadOnlyList<LinkedInRole?>? Elements);

/// <param name="Organization">"urn:li:organization:5515715".</param>
public sealed record LinkedInRole(string? Organization, string? Role);

public sealed record LinkedInOrganization(string? LocalizedName);
