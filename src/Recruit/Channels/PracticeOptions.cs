using System.ComponentModel.DataAnnotations;

namespace Recruit.Channels;

/// <summary>Whether the practice networks stand in for the real ones. While they do, every channel's base URL defaults to their port.</summary>
public sealed class PracticeOptions
{
    public const string Section = "Practice";

    /// <summary>Null means: on in Development, off elsewhere.</summary>
    public bool? Enabled { get; set; }

    [Range(1, 65535, ErrorMessage = "The field Port must lie between 1 and 65535.")]
    public int Port { get; set; } = 5090;

    public bool IsOn(IHostEnvironment environment) => Enabled ?? environment.IsDevelopment();
}
