namespace Recruit.Sandbox.LinkedIn;

/// <summary>
/// The versions that the network takes. A fixed span rather than one that follows the clock: practice must not stop working on some later day.
/// The trainer lets them die, oldest first.
/// </summary>
public sealed class LinkedInVersions
{
    public const string First = "202511";
    public const string Newest = "202611";

    private volatile string _lastDead = "";

    /// <summary>The newest version that the trainer switched off; empty while all are alive.</summary>
    public string LastDead => _lastDead;

    /// <summary>All in order: "202511" to "202611".</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enumerable.Range(0, 13).Select(month => new DateOnly(2025, 11, 1).AddMonths(month).ToString("yyyyMM", System.Globalization.CultureInfo.InvariantCulture))];

    public bool Takes(string version) => All.Contains(version) && string.CompareOrdinal(version, _lastDead) > 0;

    /// <summary>Switches off this version and all before it.</summary>
    /// <returns>False when it is unknown, or the newest: one stays alive, so that there is a way out.</returns>
    public bool Retire(string version)
    {
        if (!All.Contains(version) || version == Newest)
            return false;
        _lastDead = version;
        return true;
    }

    public void Restore() => _lastDead = "";
}
