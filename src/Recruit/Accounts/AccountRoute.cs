using System.Text.Json.Serialization;

namespace Recruit.Accounts;

/// <summary>Whose openings an account is for. It proposes accounts; a person may still choose others.</summary>
/// <param name="FacilityIds">Empty: of all facilities.</param>
/// <param name="Departments">Departments or specialties, however they are capitalized; empty: all.</param>
public sealed record AccountRoute(IReadOnlyList<Guid> FacilityIds, IReadOnlyList<string> Departments)
{
    public static AccountRoute Everything { get; } = new([], []);

    [JsonIgnore]
    public bool IsEverything => FacilityIds.Count == 0 && Departments.Count == 0;

    /// <summary>How exactly it is meant for such an opening: 0 for all openings, more for its facility, most for its department; null when it is not.</summary>
    public int? Closeness(Guid facilityId, params IEnumerable<string> departments)
    {
        if (FacilityIds.Count > 0 && !FacilityIds.Contains(facilityId))
            return null;
        if (Departments.Count > 0 && !departments.Any(one => Departments.Contains(one.Trim(), StringComparer.OrdinalIgnoreCase)))
            return null;

        return (FacilityIds.Count > 0 ? 1 : 0) + (Departments.Count > 0 ? 2 : 0);
    }

    /// <summary>On each network those that are meant for such an opening most exactly.</summary>
    public static IEnumerable<Account> Choose(IEnumerable<Account> accounts, Guid facilityId, params IReadOnlyList<string> departments)
        => from account in accounts
           let closeness = account.Route.Closeness(facilityId, departments)
           where closeness is not null
           group (account, closeness) by account.Channel into network
           let best = network.Max(one => one.closeness)
           from one in network
           where one.closeness == best
           select one.account;

    /// <summary>"Critical care, ICU at Lakeside" or "" for everything.</summary>
    /// <param name="facilities">Names by id.</param>
    public string Words(IReadOnlyDictionary<Guid, string> facilities)
    {
        var places = string.Join(", ", FacilityIds.Select(id => facilities.GetValueOrDefault(id, "another facility")));
        var units = string.Join(", ", Departments);
        return places.Length == 0 ? units : units.Length == 0 ? places : $"{units} at {places}";
    }
}
