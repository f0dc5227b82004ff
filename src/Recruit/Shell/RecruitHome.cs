using System.ComponentModel.DataAnnotations;

namespace Recruit.Shell;

public sealed class HomeOptions
{
    public const string Section = "Recruit";

    /// <summary>The folder that holds data/, templates/ and appsettings.json. Empty means: found upward from the program.</summary>
    [StringLength(1000)]
    public string Home { get; set; } = "";
}

/// <summary>The folder that holds data/, templates/ and appsettings.json, wherever the program was started from.</summary>
public sealed record RecruitHome(string Folder)
{
    public string DataFolder => Path.Combine(Folder, "data");
    public string TemplatesFolder => Path.Combine(Folder, "templates");

    /// <summary>Settings cannot say where settings are: only the environment and the command line are asked.</summary>
    public static RecruitHome Find(string[] args)
    {
        var named = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build()[$"{HomeOptions.Section}:{nameof(HomeOptions.Home)}"];
        return new RecruitHome(string.IsNullOrWhiteSpace(named) ? Upward(AppContext.BaseDirectory) : Path.GetFullPath(named, AppContext.BaseDirectory));
    }

    // A folder named templates would not do as the mark: on a disk that ignores case, the source folder Templates is one.
    private static string Upward(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "appsettings.json")) || File.Exists(Path.Combine(folder.FullName, "appsettings.example.json")))
                return folder.FullName;

        return start;
    }
}
