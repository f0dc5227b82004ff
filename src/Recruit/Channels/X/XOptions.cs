using System.ComponentModel.DataAnnotations;

namespace Recruit.Channels.X;

public sealed class XOptions : LoginOptions
{
    public const string Section = "Channels:X";

    public static NetworkAddresses Real { get; } = new(
        "https://api.x.com/",
        "https://x.com/{handle}/status/{id}",
        "https://x.com/{handle}",
        "/i/web/status/{id}",
        "/x/{account}")
    {
        // https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code; the OpenAPI document names another host.
        LoginUrl = "https://x.com/i/oauth2/authorize",
        PracticeLoginPath = "/i/oauth2/authorize",
        DeveloperUrl = "https://console.x.com/",
        PracticeDeveloperPath = "/x/developer",
    };

    /// <summary>The specification of 2026-08-07 says post.fields, every guide says tweet.fields. An unknown name is ignored and billed, so one dialect per call.</summary>
    [RegularExpression("(tweet|post)\\.fields", ErrorMessage = "The field FieldsParameter must be tweet.fields or post.fields.")]
    public string FieldsParameter { get; set; } = "tweet.fields";
}
