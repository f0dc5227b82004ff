using Recruit.Persistence;

namespace Recruit.Scheduling;

public sealed class SchedulingOptions
{
    public const string Section = "Scheduling";

    /// <summary>Several nodes share one database and divide the lanes among them.</summary>
    public bool Clustered { get; set; }

    /// <summary>What no single section can tell of itself.</summary>
    public static IEnumerable<string> Mistakes(IConfiguration configuration)
    {
        var isClustered = bool.TryParse(configuration[$"{Section}:{nameof(Clustered)}"], out var clustered) && clustered;
        if (isClustered && !string.Equals(configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"], nameof(DatabaseProvider.Postgres), StringComparison.OrdinalIgnoreCase))
            yield return $"{Section}:{nameof(Clustered)} is true, which needs {DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)} Postgres: an embedded database serves one node.";
    }
}
