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

    // https://docs.x.com/x-api/getting-started/pricing (read 2026-08-22), in US dollars.

    [Range(0.0, 100.0, ErrorMessage = "The field PriceOfPost must be 0 to 100 dollars.")]
    public decimal PriceOfPost { get; set; } = 0.015m;

    [Range(0.0, 100.0, ErrorMessage = "The field PriceWithLink must be 0 to 100 dollars.")]
    public decimal PriceWithLink { get; set; } = 0.200m;

    /// <summary>For each post that the account's own timeline gives.</summary>
    [Range(0.0, 100.0, ErrorMessage = "The field PriceOfOwnRead must be 0 to 100 dollars.")]
    public decimal PriceOfOwnRead { get; set; } = 0.001m;

    /// <summary>For each post that is asked for by its id.</summary>
    [Range(0.0, 100.0, ErrorMessage = "The field PriceOfRead must be 0 to 100 dollars.")]
    public decimal PriceOfRead { get; set; } = 0.005m;

    /// <summary>For the follower count. Whether the cheaper price of own data holds for it is not said, so the dearer is counted.</summary>
    [Range(0.0, 100.0, ErrorMessage = "The field PriceOfProfile must be 0 to 100 dollars.")]
    public decimal PriceOfProfile { get; set; } = 0.010m;

    /// <summary>An account's numbers are read at most this often. Null: once a day, since X charges for each post each day; without any wait while practicing.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan? ReadEvery { get; set; }
}
