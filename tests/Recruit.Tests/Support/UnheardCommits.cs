using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Recruit.Tests.Support;

/// <summary>The connection breaks right after the commit, so that whoever saved does not hear of it.</summary>
/// <param name="commits">How many go unheard.</param>
public sealed class UnheardCommits(int commits) : SaveChangesInterceptor
{
    private int _left = commits;

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        => _left-- > 0 ? throw new SqliteException("The connection broke.", 10) : ValueTask.FromResult(result);
}
