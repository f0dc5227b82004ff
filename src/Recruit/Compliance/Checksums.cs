namespace Recruit.Compliance;

/// <summary>Check digits, by which a number tells what it is.</summary>
public static class Checksums
{
    /// <summary>ISO/IEC 7812, payment cards.</summary>
    /// <param name="number">Digits; everything else is passed over.</param>
    public static bool IsLuhn(ReadOnlySpan<char> number, int fewest, int before = 0)
    {
        var (sum, place) = (before, 0);
        for (var at = number.Length - 1; at >= 0; at--)
        {
            if (!char.IsAsciiDigit(number[at]))
                continue;

            var digit = (number[at] - '0') * (place++ % 2 + 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return place >= fewest && sum % 10 == 0;
    }

    /// <summary>A national provider identifier: ten digits, Luhn with 80840 in front (45 CFR 162.406), which adds 24.</summary>
    public static bool IsNpi(ReadOnlySpan<char> number) => number.Length == 10 && number[0] is '1' or '2' && IsLuhn(number, 10, before: 24);

    /// <summary>A registration of the Drug Enforcement Administration: two letters, six digits, and one that sums them up.</summary>
    public static bool IsDea(ReadOnlySpan<char> number)
    {
        if (number.Length != 9)
            return false;

        var digits = number[2..];
        var sum = Digit(digits, 0) + Digit(digits, 2) + Digit(digits, 4) + 2 * (Digit(digits, 1) + Digit(digits, 3) + Digit(digits, 5));
        return sum % 10 == Digit(digits, 6);
    }

    /// <summary>ISO 13616: letters are numbers from 10, the first four characters go last, and 97 leaves one.</summary>
    public static bool IsIban(ReadOnlySpan<char> number)
    {
        Span<char> plain = stackalloc char[40];
        var length = 0;
        foreach (var unit in number)
        {
            if (char.IsAsciiLetterOrDigit(unit) && length < plain.Length)
                plain[length++] = char.ToUpperInvariant(unit);
        }

        if (length is < 15 or > 34)
            return false;

        var rest = 0;
        for (var i = 0; i < length; i++)
        {
            var unit = plain[(i + 4) % length];
            rest = (char.IsAsciiDigit(unit) ? rest * 10 + (unit - '0') : rest * 100 + (unit - 'A' + 10)) % 97;
        }

        return rest == 1;
    }

    /// <summary>A vehicle's number, 49 CFR 565: seventeen characters with weights, the ninth checks.</summary>
    public static bool IsVin(ReadOnlySpan<char> number)
    {
        const string values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
        ReadOnlySpan<int> weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        if (number.Length != 17)
            return false;

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            var place = values.IndexOf(char.ToUpperInvariant(number[i]), StringComparison.Ordinal);
            if (place < 0)
                return false;

            sum += place % 10 * weights[i];
        }

        var check = char.ToUpperInvariant(number[8]);
        return sum % 11 == 10 ? check == 'X' : check == '0' + sum % 11;
    }

    private static int Digit(ReadOnlySpan<char> digits, int at) => digits[at] - '0';
}
