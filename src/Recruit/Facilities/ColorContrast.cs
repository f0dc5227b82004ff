using System.Globalization;

namespace Recruit.Facilities;

/// <summary>How well a color reads on white, as the accessibility guidelines measure it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio, read 2026-11-24).</summary>
public static class ColorContrast
{
    /// <summary>The least ratio for text of normal size.</summary>
    public const double Least = 4.5;

    /// <summary>Where a facility's color is too light, or none.</summary>
    public const string Default = "#0b5d6b";

    /// <summary>White text stands on it, so that a color that is too light, or none at all, gives way.</summary>
    public static string ReadableOrDefault(string color) => AgainstWhite(color) >= Least ? color : Default;

    /// <summary>From 1 to 21; null when the text is not of the form #rrggbb.</summary>
    public static double? AgainstWhite(string color)
    {
        if (color.Length != 7 || color[0] != '#' || !uint.TryParse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            return null;

        var luminance = (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear(rgb >> 8)) + (0.0722 * Linear(rgb));
        return 1.05 / (luminance + 0.05);
    }

    private static double Linear(uint channel)
    {
        var share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
