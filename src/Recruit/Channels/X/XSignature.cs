using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Recruit.Channels.X;

/// <summary>
/// OAuth 1.0a for a handle whose app the hospital owns: four secrets that do not expire, and a signature on each call (RFC 5849;
/// https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature, read 2026-08-22).
/// </summary>
public static class XSignature
{
    public const string ApiKey = "api_key";
    public const string ApiKeySecret = "api_key_secret";
    public const string TokenSecret = "token_secret";

    public static IReadOnlyList<SecretSpec> Secrets { get; } =
    [
        new(ApiKey, "API key, for OAuth 1.0a", Required: false), new(ApiKeySecret, "API key secret, for OAuth 1.0a", Required: false), new(TokenSecret, "Access token secret, for OAuth 1.0a", Required: false),
    ];

    /// <summary>Whether calls are signed; null when a part of what signing needs is missing.</summary>
    public static bool? Signs(IReadOnlyDictionary<string, string> secrets) => Secrets.Count(spec => secrets.GetValueOrDefault(spec.Name) is { Length: > 0 }) switch
    {
        0 => false,
        3 => true,
        _ => null,
    };

    /// <summary>The value of the Authorization header.</summary>
    /// <param name="url">With its query, encoded. A body that is no form is not signed, and none of X's is one.</param>
    public static string Header(string method, Uri url, string token, IReadOnlyDictionary<string, string> secrets, string nonce, DateTimeOffset now)
    {
        var own = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["oauth_consumer_key"] = secrets[ApiKey],
            ["oauth_nonce"] = nonce,
            ["oauth_signature_method"] = "HMAC-SHA1",
            ["oauth_timestamp"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["oauth_token"] = token,
            ["oauth_version"] = "1.0",
        };
        own["oauth_signature"] = Sign(method, url, own, secrets[ApiKeySecret], secrets[TokenSecret]);
        return "OAuth " + string.Join(", ", own.Select(pair => $"{pair.Key}=\"{Encode(pair.Value)}\""));
    }

    public static string Sign(string method, Uri url, IEnumerable<KeyValuePair<string, string>> parameters, string apiKeySecret, string tokenSecret)
    {
        var query = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2))
            .Select(part => KeyValuePair.Create(Decode(part[0]), part.Length > 1 ? Decode(part[1]) : ""));
        var sorted = query.Concat(parameters).Select(pair => (Name: Encode(pair.Key), Value: Encode(pair.Value)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal).Select(pair => $"{pair.Name}={pair.Value}");
        var text = $"{method}&{Encode(url.GetLeftPart(UriPartial.Path))}&{Encode(string.Join('&', sorted))}";
        // The standard's only keyed hash that X takes; a signature lives seconds.
#pragma warning disable CA5350
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.ASCII.GetBytes($"{Encode(apiKeySecret)}&{Encode(tokenSecret)}"), Encoding.ASCII.GetBytes(text)));
#pragma warning restore CA5350
    }

    // The letters that stay are those of RFC 3986, which is what this does.
    private static string Encode(string text) => Uri.EscapeDataString(text);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace("+", "%20", StringComparison.Ordinal));
}
