using Recruit.Vacancies;

namespace Recruit.Broadcasts.Import;

/// <summary>Brings what changed in the file into the vacancy, and leaves alone what people changed since.</summary>
public static class ImportUpdate
{
    /// <returns>The facts that are new, in words.</returns>
    public static IReadOnlyList<string> Apply(ImportRow row, Vacancy vacancy)
    {
        var before = RowFingerprint.Read(vacancy.ImportedRow);
        var moved = row.Given.Where(fact => before.GetValueOrDefault(fact.Key) != fact.Value).Select(fact => fact.Key).ToHashSet();
        // A vacancy that moves takes the zone of its new place along.
        if (moved.Contains(nameof(Vacancy.Region)) && vacancy.Region != row.Facts.Region)
            moved.Add(nameof(Vacancy.TimeZone));

        var changes = VacancyFacts.Copy(row.Facts, vacancy, moved);
        if (changes.Count > 0)
            vacancy.ImportedRow = RowFingerprint.Write(row.Given);
        return changes;
    }
}
