using System.Security.Cryptography;
using System.Text;

namespace Recruit.Broadcasts.Import;

/// <summary>
/// Remembers which cells filled which fact. A later import touches a fact only when its cells changed in the file,
/// so what people wrote since then stays.
/// </summary>
public static class RowFingerprint
{
    /// <summary>Enough to notice a change; nothing is proved with it.</summary>
    private const int Length = 8;

    public static string Of(IEnumerable<string> cells)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', cells))))[..Length];

    public static string Write(IReadOnlyDictionary<string, string> given) => string.Join(';', given.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key}={fact.Value}"));

    public static IReadOnlyDictionary<string, string> Read(string text)
        => text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(fact => fact.Split('=')).ToDictionary(fact => fact[0], fact => fact[1]);
}
