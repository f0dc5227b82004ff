using System.ComponentModel.DataAnnotations;

namespace Recruit.Reach;

public sealed class ReachOptions
{
    public const string Section = "Reach";

    /// <summary>Time between two readings of a fresh post; older ones are read less often. Null means 15 minutes, or 20 seconds while practicing.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan? Interval { get; set; }
}
