using System.ComponentModel.DataAnnotations;

namespace Recruit.Staff;

public sealed class StaffOptions
{
    public const string Section = "SignIn";

    /// <summary>How long a one-time link can wait to be used.</summary>
    [Range(1, 720)]
    public int LinkHours { get; set; } = 72;

    /// <summary>Hours without any use after which a person signs in again.</summary>
    [Range(1, 168)]
    public int SessionHours { get; set; } = 12;

    /// <summary>Sign-in tries that one network address may make in a minute. A hospital may stand behind a single address.</summary>
    [Range(1, 100000)]
    public int TriesPerMinute { get; set; } = 30;
}
