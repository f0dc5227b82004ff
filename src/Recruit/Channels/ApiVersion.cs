using System.Globalization;

namespace Recruit.Channels;

/// <summary>The network switches old versions of its interface off, and ours is a setting.</summary>
public interface IHasApiVersion
{
    ApiVersion ApiVersion { get; }

    /// <summary>Asks with one cheap read whether the network still takes the version that is set. Posts nothing.</summary>
    Task<VersionProbe> ProbeVersionAsync(AccountAccess account, CancellationToken ct);
}

public abstract record VersionProbe
{
    private VersionProbe()
    {
    }

    /// <summary>It answered as it should.</summary>
    public sealed record Taken : VersionProbe;

    /// <summary>It takes this version no more.</summary>
    /// <param name="Setback">Says which version that is and what to set.</param>
    public sealed record Ended(Setback Setback) : VersionProbe;

    /// <summary>It answered something else, or not at all: that says nothing of the version.</summary>
    public sealed record NotTold : VersionProbe;

    /// <summary>What a reply tells of the version that it was asked with.</summary>
    public static VersionProbe Of(Reply reply) => reply switch
    {
        Setback { IsOfVersion: true } setback => new Ended(setback),
        Setback => new NotTold(),
        _ => new Taken(),
    };
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

    /// <summary>Which one to try: last month's, since this month's may not be out yet. "202610".</summary>
    public static string SuggestedMonth(DateTimeOffset now) => now.UtcDateTime.AddMonths(-1).ToString("yyyyMM", CultureInfo.InvariantCulture);

    private string Remedy => $"Set {Setting} to a newer version and start Recruit again.";
}
