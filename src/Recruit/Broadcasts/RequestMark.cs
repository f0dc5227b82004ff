using System.Security.Cryptography;
using System.Text.Json;

namespace Recruit.Broadcasts;

/// <summary>By which a program's request is known when it comes again, because its answer was lost.</summary>
/// <param name="Key">The program's own, from the header Idempotency-Key.</param>
/// <param name="BodyHash">Of the body as it was understood, so that blanks and the order of members do not matter.</param>
public sealed record RequestMark(string Key, string BodyHash)
{
    public const string Header = "Idempotency-Key";

    public const int LongestKey = 100;

    /// <returns>Null when the program sent no key.</returns>
    public static RequestMark? Of<T>(string? key, T body) => string.IsNullOrWhiteSpace(key) ? null
        : new RequestMark(key.Trim(), Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body))));
}
