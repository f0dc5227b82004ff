using Microsoft.EntityFrameworkCore;

namespace Recruit.Persistence;

/// <summary>Hands out the chosen database's contexts under the one name that features ask for.</summary>
public sealed class RecruitDbFactory<TDb>(IDbContextFactory<TDb> contexts) : IDbContextFactory<RecruitDb> where TDb : RecruitDb
{
    public RecruitDb CreateDbContext() => contexts.CreateDbContext();

    public async Task<RecruitDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        => await contexts.CreateDbContextAsync(cancellationToken);
}
