using Recruit.Broadcasts.Import;

namespace Recruit.Tests.Broadcasts.Import;

/// <summary>A small file that holds every kind of mess seen in real exports.</summary>
public static class MessyFile
{
    public static VacancyCsv Csv
    {
        get
        {
            using var stream = typeof(MessyFile).Assembly.GetManifestResourceStream("messy.csv")!;
            using var reader = new StreamReader(stream);
            return VacancyCsv.Read(reader.ReadToEnd());
        }
    }

    public static IReadOnlyList<ImportRow> Rows => [.. Csv.Rows.Select(ImportRowReader.Read)];

    public static ImportRow Row(string requisitionId) => Rows.First(row => row.RequisitionId == requisitionId);
}
