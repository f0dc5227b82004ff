using System.Text.Json;

namespace Recruit.Channels.LinkedIn;

/// <summary>
/// How many followers a combination of facets reaches. LinkedIn tells counts for each facet and none for a combination, so this
/// multiplies shares; the network decides in the end and refuses 300 or fewer:
/// https://learn.microsoft.com/linkedin/marketing/community-management/organizations/follower-statistics (read 2024-09).
/// </summary>
public sealed class LinkedInSegment
{
    /// <summary>A segment must be larger.</summary>
    public const int Fewest = 300;

    private readonly long _followers;
    private readonly Dictionary<string, long> _counts;

    private LinkedInSegment(long followers, Dictionary<string, long> counts) => (_followers, _counts) = (followers, counts);

    /// <param name="followers">Of the whole page; the statistics carry no total.</param>
    public static LinkedInSegment Read(JsonElement statistics, long followers)
    {
        var counts = new Dictionary<string, long>();
        foreach (var element in statistics.TryGetProperty("elements", out var elements) ? ObjectsIn(elements) : [])
            foreach (var facet in element.EnumerateObject().Where(facet => facet.Name.StartsWith("followerCountsBy", StringComparison.Ordinal)))
                foreach (var row in ObjectsIn(facet.Value))
                    Count(row, counts);
        return new LinkedInSegment(followers, counts);
    }

    /// <summary>Values of one facet add up, facets narrow one another; a value that LinkedIn does not list counts nobody.</summary>
    public long Estimate(IEnumerable<TargetingFacet> facets) => _followers == 0 ? 0 : (long)facets.Where(IsCounted).Aggregate((double)_followers,
        (rest, facet) => rest * Math.Min(1, Sum(facet) / (double)_followers));

    /// <summary>No more than this can match: the facet that fits the fewest, whatever the others do.</summary>
    public long UpperBound(IEnumerable<TargetingFacet> facets) => facets.Where(IsCounted).Select(Sum).Append(_followers).Min();

    public bool IsEnough(IEnumerable<TargetingFacet> facets) => Estimate(facets) > Fewest;

    private long Sum(TargetingFacet facet) => facet.Values.Sum(value => _counts.GetValueOrDefault(value.Id));

    // The statistics have no list for education at all, which is not the same as nobody.
    private static bool IsCounted(TargetingFacet facet) => facet.Kind != LinkedInFacets.FieldsOfStudy;

    private static IEnumerable<JsonElement> ObjectsIn(JsonElement list)
        => list.ValueKind is JsonValueKind.Array ? list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object) : [];

    private static void Count(JsonElement row, Dictionary<string, long> counts)
    {
        var urn = row.EnumerateObject().Select(member => member.Value).FirstOrDefault(value => value.ValueKind == JsonValueKind.String);
        if (urn.ValueKind == JsonValueKind.String && row.TryGetProperty("followerCounts", out var told) && told.ValueKind == JsonValueKind.Object
            && told.TryGetProperty("organicFollowerCount", out var organic) && organic.ValueKind == JsonValueKind.Number && organic.TryGetInt64(out var count))
            counts[urn.GetString()!] = count;
    }
}
