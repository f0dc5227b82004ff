using Microsoft.EntityFrameworkCore;
using Recruit.Deliveries;
using Recruit.Persistence;

namespace Recruit.Rehearsal;

/// <summary>Copies one finished delivery many times inside the database: years of history in a minute.</summary>
public static class History
{
    public static async Task CopyAsync(RecruitDb db, int count)
    {
        var isSqlite = db.Database.IsSqlite();
        var columns = db.Model.FindEntityType(typeof(Delivery))!.GetProperties().Select(property => property.GetColumnName()).ToList();
        var accounts = await db.Set<Accounts.Account>().CountAsync();
        var values = columns.Select(column => column switch
        {
            "Id" => isSqlite ? "upper(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21, 12))" : "gen_random_uuid()",
            "LinkCode" => "'h' || n.i",
            "RemoteId" => "'past-' || n.i",
            "AccountId" => "a.\"Id\"",
            _ => $"d.\"{column}\"",
        });
        var numbers = isSqlite
            ? $"(WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < {count}) SELECT i, lower(hex(randomblob(16))) AS h FROM c) n"
            : $"(SELECT i FROM generate_series(1, {count}) i) n";
        var sql = $"""
            INSERT INTO "Deliveries" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", values)}
            FROM {numbers}
            JOIN (SELECT "Id", row_number() OVER (ORDER BY "Id") - 1 AS place FROM "Accounts") a ON a.place = n.i % {accounts}
            CROSS JOIN (SELECT * FROM "Deliveries" WHERE "RemoteId" = 'model') d
            """;
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(20));
        await db.Database.ExecuteSqlRawAsync(sql);
        await db.Database.ExecuteSqlRawAsync(isSqlite ? "PRAGMA optimize" : "ANALYZE");
    }
}
