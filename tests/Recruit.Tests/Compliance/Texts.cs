namespace Recruit.Tests.Compliance;

/// <summary>The sets of texts that the guard is measured on.</summary>
public static class Texts
{
    public static string[] Lines(string file) =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Compliance", "Texts", file)).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))];

    public static string Whole(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Compliance", "Texts", file));
}
