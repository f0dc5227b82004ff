using System.Security.Cryptography;

namespace Recruit.Broadcasts;

/// <summary>The code of a delivery's counted link. Ten letters and digits without look-alikes: 49 bits, so that nobody guesses or meets another's.</summary>
public static class LinkCode
{
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string Mint() => RandomNumberGenerator.GetString(Letters, 10);
}
