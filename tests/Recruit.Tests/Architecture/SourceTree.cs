namespace Recruit.Tests.Architecture;

/// <summary>The repository's own files, without what a build makes.</summary>
public static class SourceTree
{
    private static readonly string[] Made = ["bin", "obj", "data", "Migrations", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    public static IEnumerable<string> Files(string under, string pattern)
        => Directory.EnumerateFiles(Path.Combine(Root, under), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(Made.Contains));

    public static bool Holds(string path) => Path.Exists(Path.Combine(Root, path));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static int LinesOf(string path) => File.ReadLines(Path.Combine(Root, path)).Count();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Recruit.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Recruit.sln stands nowhere above the tests.");
        return folder.FullName;
    }
}
