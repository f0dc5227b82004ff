using Microsoft.EntityFrameworkCore;

namespace Recruit.Persistence;

public static class DatabaseClock
{
    /// <summary>The instant by the server's clock. Only PostgreSQL has one of its own.</summary>
    public static Task<DateTimeOffset> NowAsync(this RecruitDb db, CancellationToken ct)
        => db.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(ct);
}
