using System.Text.RegularExpressions;

namespace Recruit.JobSite;

/// <summary>The public site's one style sheet, read once from the program itself.</summary>
public static partial class SiteStyle
{
    private const string Resource = "Recruit.JobSite.JobSite.css";

    public static string Sheet { get; } = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(SiteStyle).Assembly.GetManifestResourceStream(Resource)!);
        return Blanks().Replace(Remarks().Replace(reader.ReadToEnd(), ""), " ").Trim();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Remarks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
