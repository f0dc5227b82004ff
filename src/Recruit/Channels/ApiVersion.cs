using System.Globalization;

namespace Recruit.Channels;

/// <summary>The network switches old versions of its interface off, and ours is a setting.</summary>
public interface IHasApiVersion
{
    ApiVersion ApiVersion { get; }
}

/// <param name="Name">"202609".</param>
/// <param name="EndsOn">The day from which the network may refuse it; an estimate from the name, on the early side.</param>
/// <param name="Setting">Where a newer one is entered: "Channels:LinkedIn:Version".</param>
public sealed record ApiVersion(string Name, DateOnly EndsOn, string Setting)
{
    /// <summary>Time enough to try a newer one and to restart at a quiet hour.</summary>
    private const int DaysAhead = 60;

    /// <summary>A version that is named by its month lives about a year: 202510 was refused from 2026-10-15 on.</summary>
    /// <param name="name">"yyyyMM".</param>
    public static ApiVersion OfMonth(string name, string setting)
        => new(name, DateOnly.ParseExact(name + "01", "yyyyMMdd", CultureInfo.InvariantCulture).AddYears(1), setting);

    /// <summary>What to do and by when; null while there is time.</summary>
    public string? Warning(string network, DateOnly today) => (EndsOn.DayNumber - today.DayNumber) switch
    {
        > DaysAhead => null,
        > 0 => string.Create(CultureInfo.InvariantCulture, $"{network} may refuse version {Name} of its interface from {EndsOn:MMMM d, yyyy} on, and nothing is sent then. {Remedy}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{network} may refuse version {Name} of its interface any day: it should have ended on {EndsOn:MMMM d, yyyy}. {Remedy}"),
    };

    private string Remedy => $"Set {Setting} to a newer version and start Recruit again.";
}
