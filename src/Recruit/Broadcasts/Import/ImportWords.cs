using System.Globalization;
using System.Text.RegularExpressions;
using Recruit.Vacancies;
using Column = Recruit.Broadcasts.Import.ImportColumns;

namespace Recruit.Broadcasts.Import;

/// <summary>Turns the long cells of a row into the description, and the short ones into credentials and the apply address.</summary>
public static partial class ImportWords
{
    private const int LongestCredential = 160;

    public static (IReadOnlyList<Credential> Credentials, string Description) Read(CsvRow row, ICollection<string> proposals)
    {
        List<(string Heading, string Text)> parts =
        [
            ("About this role", row[Column.Summary]),
            ("What you will do", row[Column.Duties]),
            ("What you bring", row[Column.Qualifications]),
        ];

        var text = row[Column.Credentials];
        var lines = text.Split(['\n', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        IReadOnlyList<Credential> credentials = [];
        if (lines.All(line => line.Length <= LongestCredential))
            credentials = [.. lines.Select(ToCredential)];
        else
        {
            parts.Add(("License and certification", text));
            proposals.Add("Credentials: too long for lines of their own, moved into the description");
        }

        return (credentials, string.Join("\n\n", parts.Where(part => part.Text.Length > 0).Select(part => $"## {part.Heading}\n\n{Paragraphs(part.Text)}")));
    }

    public static string ApplyUrl(string text, ICollection<string> proposals)
    {
        if (text.Length == 0)
            return "";

        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp) || !url.Host.Contains('.', StringComparison.Ordinal))
        {
            proposals.Add($"Apply address: “{text}” is not a web address, left empty");
            return "";
        }

        if (url.Scheme == Uri.UriSchemeHttp)
            url = new UriBuilder(url) { Scheme = Uri.UriSchemeHttps, Port = url.IsDefaultPort ? -1 : url.Port }.Uri;
        // AbsoluteUri leaves out ":443", which is what https means anyway.
        if (url.AbsoluteUri != text)
            proposals.Add($"Apply address: {url.AbsoluteUri}");
        return url.AbsoluteUri;
    }

    private static Credential ToCredential(string line)
    {
        var due = WithinDays().Match(line);
        if (!due.Success)
            return new Credential(AtHire().Replace(line, "").Trim());

        var count = int.Parse(due.Groups["count"].Value, CultureInfo.InvariantCulture);
        var days = due.Groups["unit"].Value.StartsWith("month", StringComparison.OrdinalIgnoreCase) ? count * 30 : count;
        return new Credential(line[..due.Index].Trim(' ', ',', '('), Math.Max(days, 1));
    }

    // A line break in a cell is meant as one; Markdown wants an empty line.
    private static string Paragraphs(string text) => string.Join("\n\n", text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.StartsWith('#') ? "\\" + line : line));

    [GeneratedRegex(@"\bwithin\s+(?<count>\d{1,3})\s+(?<unit>days?|months?)(\s+of\s+(hire|start))?\)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex WithinDays();

    [GeneratedRegex(@"\s+at\s+hire\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex AtHire();
}
