using System.ComponentModel.DataAnnotations;

namespace Recruit.Channels;

public sealed class ChannelHttpOptions
{
    public const string Section = "Channels";

    /// <summary>The total time of one call, body included. A lease must outlast it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "The field TimeOut must lie between one second and five minutes, for example 00:00:30.")]
    public TimeSpan TimeOut { get; set; } = TimeSpan.FromSeconds(30);
}
