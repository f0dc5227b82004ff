using System.Text.RegularExpressions;

namespace Recruit.Broadcasts.Import;

/// <summary>Brings an exported title to what an applicant would search for.</summary>
public static partial class ImportTitle
{
    public static string Tidy(string title)
    {
        var line = Spaces().Replace(title, " ");
        line = HiringCodes().Replace(line, "");
        line = OpenContinuous().Replace(line, "");
        line = GradeLadder().Replace(line, "");
        line = Spaces().Replace(line, " ").Trim(' ', ',', '-', '–', '/');
        // A title that was nothing but codes is better than none.
        return ImportText.Calm(line.Length > 0 ? line : title.Trim());
    }

    public static bool SaysOpenContinuous(string text) => ContinuousWords().IsMatch(text);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // Federal hiring authorities in brackets: who may apply, not what the work is.
    [GeneratedRegex(@"\s*\((OCA|DE|DEU|ESEP(/MP)?|MP)\)", RegexOptions.IgnoreCase)]
    private static partial Regex HiringCodes();

    [GeneratedRegex(@"\s*(-\s*(External|Internal)\s*)?(-\s*Open\s+Cont(inuous)?|\(Open\s+Cont(inuous)?\)|-OC)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex OpenContinuous();

    // "5/7/9" or ", DR-0180-2/3/4": pay grades.
    [GeneratedRegex(@",?\s+([A-Z]{2}-\d{4}-)?\d{1,2}(/\d{1,2})+\s*$")]
    private static partial Regex GradeLadder();

    [GeneratedRegex(@"open[\s-]+cont(inuous|inuously|\b)|until\s+filled", RegexOptions.IgnoreCase)]
    private static partial Regex ContinuousWords();
}
