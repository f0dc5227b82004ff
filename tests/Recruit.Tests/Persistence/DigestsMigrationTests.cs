using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Recruit.Persistence;

namespace Recruit.Tests.Persistence;

/// <summary>The one migration that is written by hand, on a database that holds something.</summary>
public sealed class DigestsMigrationTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"recruit_migration_{Guid.NewGuid():N}.db");

    [Fact]
    public async Task What_was_broadcast_before_is_kept_with_its_deliveries()
    {
        await using var db = new SqliteRecruitDb(new DbContextOptionsBuilder<SqliteRecruitDb>().UseSqlite($"Data Source={_file};Pooling=False").Options);
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("RequestKeys");
        await InsertAsync("Facilities", ("Id", "f"));
        await InsertAsync("Accounts", ("Id", "a"));
        await InsertAsync("Vacancies", ("Id", "v"), ("FacilityId", "f"));
        await InsertAsync("Deliveries", ("Id", "d"), ("AccountId", "a"));
        await InsertAsync("Broadcasts", ("Id", "b"), ("VacancyId", "v"), ("SubmittedBy", "s"), ("RequestKey", "k"));
        await InsertAsync("PlannedDeliveries", ("DeliveryId", "d"), ("BroadcastId", "b"), ("RenderedText", "Words"));

        await migrator.MigrateAsync("Digests");

        (await RowsAsync("""SELECT "Id" || "VacancyId" || "SubmittedBy" || "RequestKey" || "Specialty" FROM "Broadcasts" """)).ShouldBe(["bvsk"]);
        (await RowsAsync("""SELECT "DeliveryId" || "BroadcastId" || "RenderedText" FROM "PlannedDeliveries" """)).ShouldBe(["dbWords"]);
        (await RowsAsync("""SELECT "table" FROM pragma_foreign_key_list('PlannedDeliveries') ORDER BY 1""")).ShouldBe(["Broadcasts", "Deliveries"]);
        (await RowsAsync("""SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('Broadcasts', 'PlannedDeliveries') AND sql IS NOT NULL ORDER BY 1"""))
            .ShouldBe(["IX_Broadcasts_SubmittedBy_RequestKey", "IX_Broadcasts_VacancyId", "IX_PlannedDeliveries_BroadcastId"]);
    }

    public void Dispose() => File.Delete(_file);

    /// <summary>What is not given and must not be missing is empty.</summary>
    private async Task InsertAsync(string table, params (string Column, string Value)[] values)
    {
        var rest = (await RowsAsync($"SELECT name FROM pragma_table_info('{table}') WHERE \"notnull\" = 1")).Except(values.Select(value => value.Column)).Select(column => (Column: column, Value: ""));
        var all = values.Concat(rest).ToList();
        await RowsAsync($"INSERT INTO \"{table}\" ({string.Join(", ", all.Select(one => $"\"{one.Column}\""))}) VALUES ({string.Join(", ", all.Select(one => $"'{one.Value}'"))})");
    }

    private async Task<List<string>> RowsAsync(string query)
    {
        await using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
