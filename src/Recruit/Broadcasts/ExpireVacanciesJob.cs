using Microsoft.EntityFrameworkCore;
using Quartz;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <summary>Closes what is past its closing date where the work is.</summary>
[DisallowConcurrentExecution]
public sealed class ExpireVacanciesJob(IDbContextFactory<RecruitDb> databases, CloseVacancy close, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        // The day ends at different instants in different zones: ask for a day too many, then decide by instant.
        var tomorrow = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var candidates = await db.Vacancies.AsNoTracking().Include(vacancy => vacancy.Facility)
            .Where(vacancy => (vacancy.State == VacancyState.Open || vacancy.State == VacancyState.Paused) && vacancy.ClosesOn < tomorrow)
            .ToListAsync(cancellationToken);
        foreach (var vacancy in candidates.Where(vacancy => vacancy.ClosesAt <= now))
            await close.RunAsync(vacancy.Id, VacancyState.Expired, "", null, cancellationToken);
    }
}
