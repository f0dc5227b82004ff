using System.Globalization;

namespace Recruit.Vacancies;

/// <summary>A pay range. A fixed pay has equal ends.</summary>
/// <param name="Currency">ISO 4217.</param>
public sealed record Pay(decimal? Min, decimal? Max, PayUnit? Unit, string Currency = "USD")
{
    public static Pay Unknown { get; } = new(null, null, null);

    public bool IsKnown => Min is not null && Max is not null && Unit is not null;

    /// <summary>"$38.50–$52.00 an hour", "$84,000–$102,000 a year"; empty while a part is missing.</summary>
    public override string ToString()
    {
        if (!IsKnown)
            return "";

        var range = Min == Max ? Amount(Min!.Value) : $"{Amount(Min!.Value)}–{Amount(Max!.Value)}";
        return $"{range} {Unit!.Value.Each()}";
    }

    private string Amount(decimal value)
    {
        var digits = value.ToString(value == decimal.Truncate(value) && value >= 1000 ? "N0" : "N2", CultureInfo.InvariantCulture);
        return Currency == "USD" ? "$" + digits : $"{Currency} {digits}";
    }
}

public enum PayUnit
{
    Hour,
    Day,
    Week,
    Month,
    Year,
}

public static class PayUnits
{
    public static string Each(this PayUnit unit) => unit == PayUnit.Hour ? "an hour" : $"a {unit.ToString().ToLowerInvariant()}";
}
