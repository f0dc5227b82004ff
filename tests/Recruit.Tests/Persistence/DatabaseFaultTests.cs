using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Recruit.Persistence;

namespace Recruit.Tests.Persistence;

public sealed class DatabaseFaultTests
{
    [Fact]
    public void A_broken_connection_counts_however_it_is_wrapped()
    {
        var broken = new SqliteException("away", 1);

        broken.IsDatabaseFault().ShouldBeTrue();
        new DbUpdateException("not saved", broken).IsDatabaseFault().ShouldBeTrue();
        new InvalidOperationException("likely due to a transient failure", broken).IsDatabaseFault().ShouldBeTrue();
    }

    [Fact]
    public void What_the_database_will_never_take_does_not_count()
    {
        var refused = new SqliteException("UNIQUE constraint failed", 19);

        refused.IsDatabaseFault().ShouldBeFalse();
        refused.IsDataRefusal().ShouldBeTrue();
        new DbUpdateException("not saved", refused).IsDatabaseFault().ShouldBeFalse();
        new DbUpdateException("not saved", new PostgresException("too long", "ERROR", "ERROR", "22001")).IsDatabaseFault().ShouldBeFalse();
        new PostgresException("deadlock", "ERROR", "ERROR", "40P01").IsDatabaseFault().ShouldBeTrue();
    }

    [Fact]
    public void A_lost_race_or_a_mistake_of_ours_does_not_count()
    {
        new DbUpdateConcurrencyException("changed").IsDatabaseFault().ShouldBeFalse();
        new InvalidOperationException("A delivery is claimed only when it is due.").IsDatabaseFault().ShouldBeFalse();
    }
}
