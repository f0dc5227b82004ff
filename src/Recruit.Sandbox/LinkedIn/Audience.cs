using System.Globalization;
using System.Text.Json.Nodes;

namespace Recruit.Sandbox.LinkedIn;

/// <summary>Who follows a page: a small fixed table of shares, the same one behind the statistics and behind the check of a targeted post.</summary>
public static class Audience
{
    /// <summary>A targeted post must reach more. https://learn.microsoft.com/linkedin/marketing/community-management/shares/share-targeting, read 2026-10.</summary>
    public const int Fewest = 300;

    private const string TestOrganization = "2414183";

    private static readonly Dictionary<int, double> ByFunction = new()
    {
        [11] = 0.46,
        [2] = 0.07,
        [18] = 0.06,
        [7] = 0.06,
        [24] = 0.05,
        [12] = 0.04,
        [13] = 0.04,
        [25] = 0.04,
        [4] = 0.04,
        [5] = 0.04,
    };

    private static readonly double[] BySeniority = [0.02, 0.04, 0.33, 0.38, 0.09, 0.06, 0.03, 0.02, 0.01, 0.02];

    private static readonly Dictionary<int, double> ByIndustry = new() { [14] = 0.48, [2081] = 0.15, [124] = 0.02 };

    public static readonly IReadOnlyDictionary<string, double> ByStaffCount = new Dictionary<string, double>
    {
        ["SIZE_1"] = 0.02,
        ["SIZE_2_TO_10"] = 0.05,
        ["SIZE_11_TO_50"] = 0.08,
        ["SIZE_51_TO_200"] = 0.1,
        ["SIZE_201_TO_500"] = 0.09,
        ["SIZE_501_TO_1000"] = 0.1,
        ["SIZE_1001_TO_5000"] = 0.26,
        ["SIZE_5001_TO_10000"] = 0.13,
        ["SIZE_10001_OR_MORE"] = 0.17,
    };

    /// <summary>Values of one facet add up, facets narrow one another, several target objects widen.</summary>
    public static int Of(JsonArray targetEntities, int followers)
    {
        var share = targetEntities.OfType<JsonObject>().Sum(target => target.Aggregate(1.0, (rest, facet) => rest * Math.Min(1, FacetShare(facet.Key, Values(facet.Value)))));
        return (int)(followers * Math.Min(1, share));
    }

    public static bool IsEnough(int audience, string organization) => organization == TestOrganization ? audience >= 1 : audience > Fewest;

    public static double FunctionShare(int id) => ByFunction.GetValueOrDefault(id, 0.006);

    public static double SeniorityShare(int id) => BySeniority[id - 1];

    public static double IndustryShare(int id) => ByIndustry.GetValueOrDefault(id, 0.004);

    private static double FacetShare(string facet, IReadOnlySet<string> values) => facet switch
    {
        "geoLocations" => Places.Share(values),
        "jobFunctions" => values.Sum(urn => FunctionShare(Number(urn))),
        "seniorities" => values.Sum(urn => SeniorityShare(Number(urn))),
        "industries" => values.Sum(urn => IndustryShare(Number(urn))),
        "staffCountRanges" => values.Sum(size => ByStaffCount.GetValueOrDefault(size)),
        "interfaceLocales" => values.Sum(locale => locale.Contains("\"en\"", StringComparison.Ordinal) ? 0.93 : 0.02),
        "degrees" => values.Sum(urn => 0.05 + (0.2 * Growth.Fraction(urn, facet))),
        _ => values.Sum(urn => 0.01 + (0.04 * Growth.Fraction(urn, facet))),
    };

    private static HashSet<string> Values(JsonNode? facet) => facet is JsonArray values ? [.. values.Select(value => value.Text() ?? value!.ToJsonString())] : [];

    private static int Number(string urn) => int.Parse(urn[(urn.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);
}
