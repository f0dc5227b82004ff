using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Recruit.Staff;

/// <summary>What is shown once and kept as a hash: the codes of sign-in links and API keys. Who reads the database cannot use them.</summary>
public static class SecretCode
{
    /// <summary>43 letters, digits, hyphens and underscores.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    // 256 random bits cannot be guessed, so a fast hash without salt is enough, and it can be looked up.
    /// <summary>64 hexadecimal digits.</summary>
    public static string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
