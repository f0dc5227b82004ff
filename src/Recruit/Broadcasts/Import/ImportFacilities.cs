using Recruit.Facilities;

namespace Recruit.Broadcasts.Import;

/// <summary>Finds the facility of each row, and proposes the ones that do not exist yet.</summary>
internal sealed class ImportFacilities(ImportGround ground, IReadOnlyList<ImportRow> rows)
{
    private readonly Dictionary<string, Facility> _proposed = new(StringComparer.OrdinalIgnoreCase);

    public (Facility? Facility, bool IsNew, string? Refusal) For(ImportRow row)
    {
        if (ground.ChosenFacilityId is { } chosen)
        {
            var facility = ground.Facilities.SingleOrDefault(facility => facility.Id == chosen);
            return (facility, false, facility is null ? "The chosen facility no longer exists." : null);
        }

        if (row.FacilityName.Length == 0)
            return (null, false, "The row names no facility. Choose one facility for all rows.");
        if (row.FacilityName.Length > 200)
            return (null, false, "The facility's name is longer than 200 characters.");

        if (ground.Facilities.FirstOrDefault(facility => string.Equals(facility.Name, row.FacilityName, StringComparison.OrdinalIgnoreCase)) is { } known)
            return (known, false, null);

        if (!_proposed.TryGetValue(row.FacilityName, out var proposed))
            _proposed[row.FacilityName] = proposed = Propose(row.FacilityName);
        return (proposed, true, null);
    }

    /// <summary>The proposed facilities that at least one row goes to.</summary>
    public IReadOnlyList<Facility> Used(IEnumerable<ImportLine> lines)
    {
        var ids = lines.Where(line => line.Act == ImportAct.Create).Select(line => line.FacilityId).ToHashSet();
        return [.. _proposed.Values.Where(facility => ids.Contains(facility.Id))];
    }

    /// <summary>The place where most of its rows are; a place that not all share stays empty, so that no row inherits a wrong one.</summary>
    private Facility Propose(string name)
    {
        var places = rows.Where(row => string.Equals(row.FacilityName, name, StringComparison.OrdinalIgnoreCase)).Select(row => row.Facts).ToList();
        var facility = new Facility
        {
            Name = name,
            Region = Shared(places.Select(place => place.Region)),
            City = Shared(places.Select(place => place.City)),
        };
        facility.TimeZone = places.Select(place => place.TimeZone).Where(zone => zone.Length > 0)
            .GroupBy(zone => zone).OrderByDescending(zone => zone.Count()).ThenBy(zone => zone.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? facility.TimeZone;
        return facility;
    }

    private static string Shared(IEnumerable<string> values)
    {
        var distinct = values.Where(value => value.Length > 0).Distinct().Take(2).ToList();
        return distinct.Count == 1 ? distinct[0] : "";
    }
}
