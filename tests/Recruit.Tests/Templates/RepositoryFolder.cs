namespace Recruit.Tests.Templates;

/// <summary>Finds files of the repository from the folder in which the tests were built.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Recruit.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository's root was not found above the tests.");
        return folder.FullName;
    }
}
