using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Audit;

/// <summary>An entry as it leaves, one line of the file.</summary>
public sealed record AuditLine(long? Number, string At, Guid? ActorId, string ActorName, string Act, Guid SubjectId, Guid? FacilityId, string Note, string? Hash)
{
    public static AuditLine Of(AuditEntry entry) =>
        new(entry.Number, entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), entry.ActorId, entry.ActorName, entry.Act, entry.SubjectId, entry.FacilityId, entry.Note, entry.Hash);
}

/// <summary>Writes the trail, oldest first, one entry at a time, so that its length does not matter.</summary>
public sealed class ExportAudit(IDbContextFactory<RecruitDb> contexts)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // A spreadsheet would run a note that begins with an equals sign.
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    /// <param name="scope">Whose entries; everybody's for whoever owns the database.</param>
    public async Task RunAsync(StaffScope scope, bool asJson, TextWriter to, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var lines = db.AuditEntries.AsNoTracking().Matching(scope, null, null).OrderBy(entry => entry.Number == null).ThenBy(entry => entry.Number).ThenBy(entry => entry.At).AsAsyncEnumerable();
        await (asJson ? WriteJsonAsync(lines, to, ct) : WriteCsvAsync(lines, to, ct));
    }

    private static async Task WriteJsonAsync(IAsyncEnumerable<AuditEntry> entries, TextWriter to, CancellationToken ct)
    {
        var before = "[";
        await foreach (var entry in entries.WithCancellation(ct))
        {
            await to.WriteAsync($"{before}\n{JsonSerializer.Serialize(AuditLine.Of(entry), Json)}");
            before = ",";
        }

        await to.WriteLineAsync(before == "[" ? "[]" : "\n]");
    }

    private static async Task WriteCsvAsync(IAsyncEnumerable<AuditEntry> entries, TextWriter to, CancellationToken ct)
    {
        await using var csv = new CsvWriter(to, Csv, leaveOpen: true);
        csv.WriteHeader<AuditLine>();
        await csv.NextRecordAsync();
        await foreach (var entry in entries.WithCancellation(ct))
        {
            csv.WriteRecord(AuditLine.Of(entry));
            await csv.NextRecordAsync();
        }
    }
}
