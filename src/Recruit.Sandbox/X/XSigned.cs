using System.Security.Cryptography;
using System.Text;

namespace Recruit.Sandbox.X;

/// <summary>
/// Calls signed by OAuth 1.0a: https://docs.x.com/fundamentals/authentication/oauth-1-0a, read 2026-10. The practice app has the key "practice-key" with the
/// secret "practice-key-secret", and the secret of a practice token is the token with "-secret" behind it.
/// </summary>
public static class XSigned
{
    public const string ApiKey = "practice-key";

    private static readonly TimeSpan MostOff = TimeSpan.FromMinutes(5);

    /// <summary>The token of a call whose signature is right; null otherwise.</summary>
    public static string? TokenOf(HttpContext context, DateTimeOffset now)
    {
        var given = new Dictionary<string, string>();
        foreach (var part in context.Request.Headers.Authorization.ToString()["OAuth ".Length..].Split(','))
            if (part.Trim().Split('=', 2) is [var name, ['"', .., '"'] value])
                given[name] = Uri.UnescapeDataString(value[1..^1]);

        if (!given.Remove("oauth_signature", out var signature) || given.GetValueOrDefault("oauth_consumer_key") != ApiKey || given.GetValueOrDefault("oauth_token") is not { } token
            || given.GetValueOrDefault("oauth_signature_method") != "HMAC-SHA1" || given.GetValueOrDefault("oauth_nonce") is not { Length: > 0 }
            || !long.TryParse(given.GetValueOrDefault("oauth_timestamp"), out var seconds) || Math.Abs(now.ToUnixTimeSeconds() - seconds) > MostOff.TotalSeconds)
            return null;
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Expected(context.Request, given, token)), Encoding.ASCII.GetBytes(signature)) ? token : null;
    }

    private static string Expected(HttpRequest request, Dictionary<string, string> own, string token)
    {
        var pairs = request.Query.SelectMany(pair => pair.Value, (pair, value) => (pair.Key, Value: value ?? "")).Concat(own.Select(pair => (pair.Key, pair.Value)))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}").Order(StringComparer.Ordinal);
        var address = $"{request.Scheme}://{request.Host}{request.Path.ToUriComponent()}";
        var text = $"{request.Method}&{Uri.EscapeDataString(address)}&{Uri.EscapeDataString(string.Join('&', pairs))}";
#pragma warning disable CA5350 // The hash that the standard names.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.ASCII.GetBytes($"{ApiKey}-secret&{Uri.EscapeDataString(token + "-secret")}"), Encoding.ASCII.GetBytes(text)));
#pragma warning restore CA5350
    }
}
