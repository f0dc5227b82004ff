using System.Collections.Frozen;

namespace Recruit.Facilities;

/// <param name="Zone">The zone of most of its people. States cut by a zone border need a look, see <see cref="UsStates.CutByZones"/>.</param>
public sealed record UsState(string Code, string Name, string Zone);

/// <summary>States and territories by code and name, with the zone that a place there most likely has.</summary>
public static class UsStates
{
    private const string Eastern = "America/New_York";
    private const string Central = "America/Chicago";
    private const string Mountain = "America/Denver";
    private const string Pacific = "America/Los_Angeles";

    public static IReadOnlyList<UsState> All { get; } =
    [
        new("AL", "Alabama", Central), new("AK", "Alaska", "America/Anchorage"), new("AZ", "Arizona", "America/Phoenix"), new("AR", "Arkansas", Central),
        new("CA", "California", Pacific), new("CO", "Colorado", Mountain), new("CT", "Connecticut", Eastern), new("DE", "Delaware", Eastern),
        new("DC", "District of Columbia", Eastern), new("FL", "Florida", Eastern), new("GA", "Georgia", Eastern), new("HI", "Hawaii", "Pacific/Honolulu"),
        new("ID", "Idaho", "America/Boise"), new("IL", "Illinois", Central), new("IN", "Indiana", "America/Indiana/Indianapolis"), new("IA", "Iowa", Central),
        new("KS", "Kansas", Central), new("KY", "Kentucky", Eastern), new("LA", "Louisiana", Central), new("ME", "Maine", Eastern),
        new("MD", "Maryland", Eastern), new("MA", "Massachusetts", Eastern), new("MI", "Michigan", "America/Detroit"), new("MN", "Minnesota", Central),
        new("MS", "Mississippi", Central), new("MO", "Missouri", Central), new("MT", "Montana", Mountain), new("NE", "Nebraska", Central),
        new("NV", "Nevada", Pacific), new("NH", "New Hampshire", Eastern), new("NJ", "New Jersey", Eastern), new("NM", "New Mexico", Mountain),
        new("NY", "New York", Eastern), new("NC", "North Carolina", Eastern), new("ND", "North Dakota", Central), new("OH", "Ohio", Eastern),
        new("OK", "Oklahoma", Central), new("OR", "Oregon", Pacific), new("PA", "Pennsylvania", Eastern), new("RI", "Rhode Island", Eastern),
        new("SC", "South Carolina", Eastern), new("SD", "South Dakota", Central), new("TN", "Tennessee", Central), new("TX", "Texas", Central),
        new("UT", "Utah", Mountain), new("VT", "Vermont", Eastern), new("VA", "Virginia", Eastern), new("WA", "Washington", Pacific),
        new("WV", "West Virginia", Eastern), new("WI", "Wisconsin", Central), new("WY", "Wyoming", Mountain),
        new("AS", "American Samoa", "Pacific/Pago_Pago"), new("GU", "Guam", "Pacific/Guam"), new("MP", "Northern Mariana Islands", "Pacific/Saipan"),
        new("PR", "Puerto Rico", "America/Puerto_Rico"), new("VI", "U.S. Virgin Islands", "America/St_Thomas"),
    ];

    /// <summary>States with places in more than one zone: a zone taken from the state alone is a guess there.</summary>
    public static FrozenSet<string> CutByZones { get; } =
        FrozenSet.Create("AK", "FL", "ID", "IN", "KS", "KY", "MI", "NE", "ND", "OR", "SD", "TN", "TX");

    private static readonly FrozenDictionary<string, UsState> Names = All
        .SelectMany(state => new[] { (Key: state.Code, state), (Key: state.Name, state) })
        .ToFrozenDictionary(pair => pair.Key, pair => pair.state, StringComparer.OrdinalIgnoreCase);

    /// <summary>By code or name in any case; null when it is neither.</summary>
    public static UsState? Find(string text) => Names.GetValueOrDefault(text.Trim());
}
