using Recruit.Channels;

namespace Recruit.Audiences;

/// <summary>A profile holds what the channel lists, and nothing else: no age, gender or exclusion can enter, because no list has them.</summary>
public static class ProfileRules
{
    private const int MostValues = 50;
    private const int LongestLabel = 100;

    /// <summary>A sentence that says what to do, or null together with the facets as they are stored: known kinds in their order, known labels, no empty facet.</summary>
    public static string? Check(ITargetsAudiences network, IReadOnlyList<TargetingFacet> facets, out IReadOnlyList<TargetingFacet> stored)
    {
        stored = [];
        var kept = new List<TargetingFacet>();
        if (facets.FirstOrDefault(facet => network.ProfileFacets.All(list => list.Kind != facet.Kind)) is { } unknown)
            return $"Job openings are not targeted by \"{unknown.Kind}\". Choose from {string.Join(", ", network.ProfileFacets.Select(list => list.Kind))}.";

        foreach (var list in network.ProfileFacets)
        {
            var values = facets.Where(facet => facet.Kind == list.Kind).SelectMany(facet => facet.Values).DistinctBy(value => value.Id).ToList();
            if (values.Count > MostValues)
                return $"Choose at most {MostValues} values for {list.Label.ToLowerInvariant()}.";
            if (values.Select(value => Objection(list, value)).FirstOrDefault(sentence => sentence is not null) is { } objection)
                return objection;
            if (values.Count > 0)
                kept.Add(new TargetingFacet(list.Kind, [.. values.Select(value => Known(list, value) ?? value with { Label = value.Label.Trim() })]));
        }

        stored = kept;
        return null;
    }

    private static TargetingValue? Known(FacetList list, TargetingValue value) => list.Values.FirstOrDefault(known => known.Id == value.Id);

    private static string? Objection(FacetList list, TargetingValue value)
    {
        if (Known(list, value) is not null)
            return null;
        if (list.IsClosed)
            return $"\"{value.Id}\" is none of the {list.Label.ToLowerInvariant()}. Choose one that the profile's description lists.";
        if (!value.Id.StartsWith(list.IdStart, StringComparison.Ordinal) || value.Id.Length - list.IdStart.Length is < 1 or > 12 || !value.Id[list.IdStart.Length..].All(char.IsAsciiDigit))
            return $"\"{value.Id}\" is no id of {list.Label.ToLowerInvariant()}. Write {list.IdStart} and the network's number.";
        return value.Label.Trim().Length is 0 or > LongestLabel ? $"Give {value.Id} its name, in at most {LongestLabel} letters." : null;
    }
}
