using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Recruit.Persistence;

public static class DatabaseFault
{
    /// <summary>The database did not take it: it is away, locked or full, and the same may work later. A lost race is not one.</summary>
    public static bool IsDatabaseFault(this Exception trouble) => trouble switch
    {
        DbUpdateConcurrencyException => false,
        DbException or DbUpdateException => true,
        // PostgreSQL's driver wraps a broken connection like this when a query meets it.
        InvalidOperationException { InnerException: DbException or DbUpdateException } => true,
        _ => false,
    };
}
