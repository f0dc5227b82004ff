using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recruit.Pictures;

/// <summary>All that stands on a vacancy's card. The same facts give the same picture, to the byte.</summary>
/// <param name="Place">"Duluth, MN"; empty parts are left out of the picture and of its words.</param>
/// <param name="Pay">"$38.50–$52.00 an hour".</param>
/// <param name="Color">#rrggbb on which white can be read.</param>
public sealed record CardFacts(string Title, string Employer, string Place, string Pay, string Shift, string Color)
{
    /// <summary>No field of a vacancy that is published is longer; what is, is cut.</summary>
    private const int LongestPart = 180;

    /// <summary>The picture for those who do not see it, at most 1,000 characters.</summary>
    [JsonIgnore]
    public string AltText => string.Join(" ", new[] { $"Job opening: {Cut(Title)}.", Sentence(Employer), Sentence(Place), Sentence(Pay), Sentence(Shift) }.Where(part => part.Length > 0));

    /// <summary>Other facts, another mark: an address that carries it is fetched anew after a change.</summary>
    [JsonIgnore]
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this))))[..12];

    private static string Sentence(string part) => part.Length == 0 ? "" : Cut(part).TrimEnd('.') + ".";

    private static string Cut(string part) => part.Length <= LongestPart ? part : part[..(char.IsHighSurrogate(part[LongestPart - 1]) ? LongestPart - 1 : LongestPart)].TrimEnd() + "…";
}
