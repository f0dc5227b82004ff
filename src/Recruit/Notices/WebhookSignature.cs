using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Recruit.Notices;

/// <summary>How a receiver knows that a notice is ours and not an old one: an HMAC-SHA256 over the time, a dot and the body.</summary>
public static class WebhookSignature
{
    /// <summary>The notice's id: the same at every try.</summary>
    public const string IdHeader = "Recruit-Id";
    /// <summary>Seconds since 1970 at this try.</summary>
    public const string TimestampHeader = "Recruit-Timestamp";
    /// <summary>"v1=" and the signature in lower-case hexadecimal.</summary>
    public const string SignatureHeader = "Recruit-Signature";

    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <param name="secret">As it was shown, in UTF-8.</param>
    public static string Of(string secret, string timestamp, string body)
        => "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));
}
