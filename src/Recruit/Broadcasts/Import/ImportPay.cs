using System.Globalization;
using Recruit.Vacancies;

namespace Recruit.Broadcasts.Import;

/// <summary>Reads pay as exports write it: "40033.0000", "$18.8112", "85k", with a unit, a code or none.</summary>
public static class ImportPay
{
    // Between the two lies nothing that a US employer pays by the hour or by the year.
    private const decimal MostPerHour = 300;
    private const decimal LeastPerYear = 10_000;

    public static Pay Read(string min, string max, string unit, string currency, ICollection<string> proposals)
    {
        var (low, high) = (Amount(min, "pay_min", proposals), Amount(max, "pay_max", proposals));
        if (low is null && high is null)
            return Pay.Unknown;

        if (low > high)
        {
            (low, high) = (high, low);
            proposals.Add("Pay: the ends were swapped");
        }

        return new Pay(low, high, Unit(unit, low ?? high, proposals), Currency(currency, proposals));
    }

    public static decimal? Amount(string text, string column, ICollection<string> proposals)
    {
        var digits = text.Replace("$", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace("USD", "", StringComparison.OrdinalIgnoreCase).Trim();
        var thousands = digits.EndsWith('k') || digits.EndsWith('K');
        if (digits.Length == 0)
            return null;

        if (!decimal.TryParse(thousands ? digits[..^1] : digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            proposals.Add($"{column}: “{text}” is not an amount, left empty");
            return null;
        }

        // Four decimals are what the column keeps; dividing by one drops the zeros behind the point.
        amount = Math.Round(thousands ? amount * 1000 : amount, 4) / 1.0000000000000000m;
        return amount == 0 ? null : amount;
    }

    private static PayUnit? Unit(string text, decimal? amount, ICollection<string> proposals)
    {
        PayUnit? unit = text.ToUpperInvariant() switch
        {
            "PER YEAR" or "ANNUAL" or "ANNUALLY" or "YEARLY" or "YEAR" or "YR" or "A" or "Y" or "PA" or "PER ANNUM" => PayUnit.Year,
            "PER HOUR" or "HOURLY" or "HOUR" or "HR" or "H" => PayUnit.Hour,
            "PER DAY" or "DAILY" or "DAY" or "D" or "PER DIEM" => PayUnit.Day,
            "PER WEEK" or "WEEKLY" or "WEEK" or "W" => PayUnit.Week,
            "PER MONTH" or "MONTHLY" or "MONTH" or "M" => PayUnit.Month,
            _ => null,
        };
        if (unit is not null || amount is null)
            return unit;

        unit = amount <= MostPerHour ? PayUnit.Hour : amount >= LeastPerYear ? PayUnit.Year : null;
        var given = text.Length == 0 ? "no unit given" : $"“{text}” is no unit";
        proposals.Add(unit is null ? $"Pay: {given}, choose one" : $"Pay: {given}, taken as {unit.Value.Each()}");
        return unit;
    }

    private static string Currency(string text, ICollection<string> proposals)
    {
        var code = text.ToUpperInvariant();
        if (code.Length == 0 || code == "$")
            return "USD";
        if (code.Length == 3 && code.All(char.IsAsciiLetterUpper))
            return code;
        proposals.Add($"Currency: “{text}” taken as USD");
        return "USD";
    }
}
