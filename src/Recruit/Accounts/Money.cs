using System.Globalization;

namespace Recruit.Accounts;

/// <summary>US dollars, in which the networks bill. Stored as whole millionths, so that a database can add them up exactly.</summary>
public static class Money
{
    private const decimal Micros = 1_000_000m;

    public static long ToMicros(decimal dollars) => (long)decimal.Round(dollars * Micros);

    public static decimal FromMicros(long micros) => micros / Micros;

    /// <summary>"$0.20"; "$0.015" where cents are too coarse.</summary>
    public static string Say(decimal dollars) => dollars.ToString(decimal.Round(dollars, 2) == dollars ? "$#,0.00" : "$#,0.00#", CultureInfo.InvariantCulture);
}
