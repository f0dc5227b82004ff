using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Recruit.Broadcasts.Import;

/// <summary>A row of the file, its cells by the name that the import knows the column by.</summary>
/// <param name="Number">As a spreadsheet counts: the header is row 1.</param>
/// <param name="Broken">Why the row could not be read; null when it could.</param>
public sealed record CsvRow(int Number, IReadOnlyDictionary<string, string> Cells, string? Broken = null)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>A file of vacancies as it was exported: any delimiter, any order of columns, many names for them.</summary>
/// <param name="Problem">Why nothing can be imported from it; null when something can.</param>
/// <param name="UnknownColumns">Columns that the import does not read.</param>
public sealed record VacancyCsv(IReadOnlyList<CsvRow> Rows, IReadOnlyList<string> UnknownColumns, string? Problem = null)
{
    public const int MostRows = 20_000;

    private static readonly string[] Delimiters = [",", ";", "\t", "|"];

    public static async Task<VacancyCsv> ReadAsync(Stream file, CancellationToken ct = default)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, ct);
        return Read(Decode(memory.ToArray()));
    }

    public static VacancyCsv Read(string text)
    {
        var header = text.AsSpan(0, Math.Max(text.AsSpan().IndexOfAny('\r', '\n'), 0));
        if (header.IsEmpty)
            return new([], [], "The file needs a first row that names the columns, and a row for each vacancy below.");

        List<string> bad = [];
        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(header.ToString()),
            BadDataFound = args => bad.Add(args.RawRecord),
            MissingFieldFound = null,
        });
        csv.Read();
        csv.ReadHeader();
        var columns = csv.HeaderRecord!.Select(ImportColumns.Find).ToList();
        var unknown = csv.HeaderRecord!.Where((_, index) => columns[index] is null).Where(name => name.Trim().Length > 0).ToList();

        foreach (var needed in ImportColumns.Needed)
            if (!columns.Contains(needed))
                return new([], unknown, $"The file has no column named {needed}. Name it in the first row and try again.");

        List<CsvRow> rows = [];
        while (rows.Count < MostRows && csv.Read())
        {
            var cells = new Dictionary<string, string>();
            for (var index = 0; index < columns.Count; index++)
                if (columns[index] is { } column && csv.TryGetField<string>(index, out var cell) && !cells.ContainsKey(column))
                    cells[column] = ImportText.Clean(cell ?? "");

            if (cells.Values.Any(cell => cell.Length > 0))
                rows.Add(new CsvRow(csv.Parser.Row, cells, bad.Count > 0 ? "A quotation mark in this row is not closed. Repair the row in the file." : null));
            bad.Clear();
        }

        if (rows.Count == MostRows && csv.Read())
            return new([], unknown, $"The file has more than {MostRows:N0} rows. Split it, and import the parts one after the other.");

        return new(rows, unknown, rows.Count == 0 ? "The file holds no vacancies below its first row." : null);
    }

    /// <summary>Spreadsheets still save in the old Western code page; bytes that are not UTF-8 are read as that.</summary>
    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static string DelimiterOf(string header) => Delimiters.MaxBy(delimiter => header.Split(delimiter).Length)!;
}
