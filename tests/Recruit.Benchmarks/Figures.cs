using System.Globalization;

namespace Recruit.Benchmarks;

/// <summary>Medians, tails and how they are written.</summary>
public static class Figures
{
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    public static string Text(double value, string unit = "") => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}{(unit.Length > 0 ? " " : "")}{unit}");

    /// <summary>The median with its spread.</summary>
    public static string Spread(IReadOnlyCollection<double> values, string unit) => values.Count == 0
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{Median(values):0.##} ({values.Min():0.##} to {values.Max():0.##}) {unit}");
}
