using System.ComponentModel.DataAnnotations;

namespace Recruit.Channels.Facebook;

public sealed class FacebookOptions : LoginOptions
{
    public const string Section = "Channels:Facebook";

    // Facebook names the address of each post itself.
    public static NetworkAddresses Real { get; } = new("https://graph.facebook.com/", "", "https://www.facebook.com/{account}", "", "/facebook/{account}")
    {
        LoginUrl = "https://www.facebook.com/{version}/dialog/oauth",
        PracticeLoginPath = "/{version}/dialog/oauth",
        DeveloperUrl = "https://developers.facebook.com/apps",
        PracticeDeveloperPath = "/facebook/developer",
    };

    [Required, RegularExpression("v[0-9]+\\.[0-9]+", ErrorMessage = "The field Version must look like v26.0.")]
    public string Version { get; set; } = "v26.0";
}
