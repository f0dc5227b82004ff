using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Recruit.Api;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Broadcasts;

/// <param name="Since">Due, or made when it has no due instant, at or after it.</param>
public sealed record DeliveryFilter(IReadOnlyList<DeliveryState> States, Guid? AccountId, Guid? VacancyId, DateTimeOffset? Since, int Page, int Size);

/// <summary>What the delivery endpoints have in common: which rows a person sees, and the answer that shows them.</summary>
public sealed class DeliveryDesk(IDbContextFactory<RecruitDb> contexts, ChannelCatalog channels, TimeProvider clock)
{
    public static IResult NoSuch => ApiProblems.NotFound("You see no delivery with this id. GET /api/v1/deliveries lists yours.");

    /// <summary>Null when there is none, or when it belongs to a facility that the person does not work for.</summary>
    public async Task<Delivery?> FindAsync(Guid id, ClaimsPrincipal user, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Deliveries.AsNoTracking().Include(delivery => delivery.Account).VisibleTo(await db.ScopeOfAsync(user.StaffId(), ct))
            .SingleOrDefaultAsync(delivery => delivery.Id == id, ct);
    }

    public async Task<PageOf<DeliveryAnswer>> ListAsync(DeliveryFilter filter, ClaimsPrincipal user, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = Matching(db, filter).VisibleTo(await db.ScopeOfAsync(user.StaffId(), ct));
        var rows = await found.Include(delivery => delivery.Account).NewestDueFirst().Skip((filter.Page - 1) * filter.Size).Take(filter.Size).ToListAsync(ct);
        return new PageOf<DeliveryAnswer>(await ShowAsync(db, rows, ct), await found.CountAsync(ct), filter.Page, filter.Size);
    }

    public async Task<IResult> AnswerAsync(Guid id, ClaimsPrincipal user, CancellationToken ct)
    {
        if (await FindAsync(id, user, ct) is not { } delivery)
            return NoSuch;

        await using var db = await contexts.CreateDbContextAsync(ct);
        var attempts = await db.Attempts.AsNoTracking().Where(attempt => attempt.DeliveryId == id).OrderBy(attempt => attempt.StartedAt).ThenBy(attempt => attempt.Id).ToListAsync(ct);
        var network = channels[delivery.Account!.Channel].Name;
        return Results.Ok(new DeliveryDetails((await ShowAsync(db, [delivery], ct))[0], [.. attempts.Select(attempt => AttemptAnswer.Of(attempt, network))]));
    }

    /// <param name="rows">With their accounts.</param>
    public async Task<IReadOnlyList<DeliveryAnswer>> ShowAsync(RecruitDb db, IReadOnlyList<Delivery> rows, CancellationToken ct)
    {
        var ids = rows.Select(delivery => delivery.Id).ToList();
        var planned = await db.PlannedDeliveries.AsNoTracking().Include(one => one.Broadcast).ThenInclude(broadcast => broadcast!.Vacancy)
            .Where(one => ids.Contains(one.DeliveryId)).ToDictionaryAsync(one => one.DeliveryId, ct);
        var zones = await db.Facilities.AsNoTracking().ToDictionaryAsync(facility => facility.Id, facility => facility.Zone, ct);
        var now = clock.GetUtcNow();
        var pause = await db.PauseAsync(ct);
        return [.. rows.Select(delivery => DeliveryAnswer.Of(DeliveryRow.Of(delivery, channels, zones[delivery.FacilityId], now, pause), planned.GetValueOrDefault(delivery.Id)))];
    }

    private static IQueryable<Delivery> Matching(RecruitDb db, DeliveryFilter filter)
    {
        var found = db.Deliveries.AsNoTracking();
        var allPlanned = db.PlannedDeliveries;
        if (filter.States.Count > 0)
            found = found.Where(delivery => filter.States.Contains(delivery.State));
        if (filter.AccountId is { } account)
            found = found.Where(delivery => delivery.AccountId == account);
        if (filter.VacancyId is { } vacancy)
            found = found.Where(delivery => allPlanned.Any(planned => planned.DeliveryId == delivery.Id && (planned.Broadcast!.VacancyId == vacancy || planned.Broadcast.Digest.Any(one => one.VacancyId == vacancy))));
        if (filter.Since is { } since)
            found = found.Where(delivery => (delivery.DueAt ?? delivery.CreatedAt) >= since);
        return found;
    }
}
