using System.Text.RegularExpressions;

namespace Recruit.Compliance;

/// <summary>Values of the vacancy and its facility. They clear a span that a reviewer would otherwise look at, never a block.</summary>
public sealed class EmployerWords(IReadOnlyList<string> values)
{
    private const int FewestPhoneDigits = 7;

    private static readonly Regex Honorific = GuardPattern.Of(@"^(?:Mr|Mrs|Ms|Mx|Miss|Mister|Dr)\.? ");

    private readonly HashSet<string> _values = new(values.Select(Plain), StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _phones = [.. values.Select(PhoneDigits).Where(digits => digits.Length >= FewestPhoneDigits)];

    public bool Hold(string span) => _values.Contains(Plain(span));

    public bool HoldPhone(string span) => _phones.Contains(PhoneDigits(span));

    /// <summary>Also by surname: "Ms. Moreno" where the contact is Ana Moreno. A place named for a person has its kind as last word, so it does not clear its namesake.</summary>
    public bool HoldName(string span)
    {
        var name = Honorific.Replace(Plain(span), "");
        return _values.Contains(name) || _values.Any(value => value.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase) && value.Split(' ').Length <= 3);
    }

    private static string Plain(string value) => TextNormalizer.Normalize("", value).Text.Trim().TrimEnd('.', ',', ';', ':');

    private static string PhoneDigits(string value)
    {
        var digits = string.Concat(value.Where(char.IsAsciiDigit));
        return digits is ['1', .. { Length: 10 } rest] ? rest : digits;
    }
}
