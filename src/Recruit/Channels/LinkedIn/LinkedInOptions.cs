using System.ComponentModel.DataAnnotations;

namespace Recruit.Channels.LinkedIn;

public sealed class LinkedInOptions : LoginOptions
{
    public const string Section = "Channels:LinkedIn";

    public static NetworkAddresses Real { get; } = new(
        "https://api.linkedin.com/",
        "https://www.linkedin.com/feed/update/{id}/",
        "https://www.linkedin.com/company/{account}/posts/",
        "/feed/update/{id}",
        "/linkedin/{account}")
    {
        LoginUrl = "https://www.linkedin.com/oauth/v2/authorization",
        PracticeLoginPath = "/oauth/v2/authorization",
        TokenUrl = "https://www.linkedin.com/oauth/v2/accessToken",
        PracticeTokenPath = "/oauth/v2/accessToken",
        DeveloperUrl = "https://www.linkedin.com/developers/apps",
        PracticeDeveloperPath = "/linkedin/developer",
    };

    /// <summary>A version lives about a year; a dead one is answered with 426.</summary>
    [Required, RegularExpression("20[0-9]{2}(0[1-9]|1[0-2])", ErrorMessage = "The field Version must be a year and month, for example 202609.")]
    public string Version { get; set; } = "202609";

    /// <summary>Older versions spell it CompanyFollowedByMember.</summary>
    [Required]
    public string FollowerEdge { get; set; } = "COMPANY_FOLLOWED_BY_MEMBER";
}
