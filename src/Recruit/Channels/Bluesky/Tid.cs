namespace Recruit.Channels.Bluesky;

/// <summary>The key of a post: 53 bits of microseconds and 10 bits that tell two writers apart, in a sortable alphabet: https://atproto.com/specs/tid (read 2026-08-20).</summary>
public static class Tid
{
    public const int Length = 13;

    private const string Alphabet = "234567abcdefghijklmnopqrstuvwxyz";
    private const int WriterBits = 10;

    /// <summary>The same for every try of a delivery: fixed by its first try and its repeat key.</summary>
    public static string Of(DateTimeOffset firstAttemptAt, Guid repeatKey)
    {
        var key = repeatKey.ToByteArray();
        // The last bytes of a key are random, the first are its time. They choose the microsecond too, so that two deliveries of one millisecond hardly meet.
        var micros = (firstAttemptAt.ToUnixTimeMilliseconds() * 1000) + (((key[12] << 8) | key[13]) % 1000);
        var value = (micros << WriterBits) | (uint)(((key[14] << 8) | key[15]) & 0x3FF);
        return string.Create(Length, value, (text, rest) =>
        {
            for (var place = Length - 1; place >= 0; place--, rest >>= 5)
                text[place] = Alphabet[(int)(rest & 31)];
        });
    }

    /// <summary>To the millisecond. Null when it is no such key: other programs may use keys of their own.</summary>
    public static DateTimeOffset? InstantOf(string key)
    {
        if (key.Length != Length || key.Any(letter => !Alphabet.Contains(letter, StringComparison.Ordinal)) || Alphabet.IndexOf(key[0], StringComparison.Ordinal) > 15)
            return null;
        var value = key.Aggregate(0L, (sum, letter) => (sum << 5) | (uint)Alphabet.IndexOf(letter, StringComparison.Ordinal));
        var micros = value >> WriterBits;
        return micros / 1000 < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(micros / 1000) : null;
    }
}
