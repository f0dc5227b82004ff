namespace Recruit.FaultTests.Support;

/// <summary>The home folder of one node, with the stage's templates: nodes share a database, not a disk.</summary>
public sealed class NodeHome : IDisposable
{
    public NodeHome(string like)
    {
        var templates = Path.Combine(like, "templates");
        foreach (var file in Directory.GetFiles(templates, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, "templates", Path.GetRelativePath(templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("recruit-node-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
