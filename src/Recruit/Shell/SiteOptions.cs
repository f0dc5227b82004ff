using System.ComponentModel.DataAnnotations;

namespace Recruit.Shell;

public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Where applicants reach the jobs site; posts carry links below it.</summary>
    [Required, RegularExpression("^https?://.+", ErrorMessage = "must be an address that begins with https:// or http://")]
    public string BaseUrl { get; set; } = "http://localhost:5080";

    public string Absolute(string path) => BaseUrl.TrimEnd('/') + path;
}
