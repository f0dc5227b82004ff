using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Recruit.Api;
using Recruit.Staff;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <summary>Vacancies for programs; the same acts as on the pages.</summary>
public static class VacancyEndpoints
{
    private const int MostRows = 200;

    public static void MapVacancyApi(this RouteGroupBuilder api)
    {
        var vacancies = api.MapGroup("/vacancies").WithTags("Vacancies");
        vacancies.MapGet("", ListAsync).WithSummary("Vacancies, the last changed first");
        vacancies.MapPost("", CreateAsync).WithSummary("Makes a draft. The same requisition id with the same facts again answers the row that stands there")
            .Produces<VacancyAnswer>(StatusCodes.Status201Created).Produces<VacancyAnswer>()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Act(vacancies.MapGet("/{id:guid}", ReadAsync), "One vacancy");
        Act(vacancies.MapPut("/{id:guid}", UpdateAsync), "Changes the facts: what the body leaves out becomes empty").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Act(vacancies.MapPost("/{id:guid}/open", OpenAsync), "Opens it for applicants").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Act(vacancies.MapPost("/{id:guid}/pause", PauseAsync), "Stops new broadcasts; it stays on the jobs site");
        Act(vacancies.MapPost("/{id:guid}/close", CloseAsync), "Closes it for good: what is scheduled is called off, what is live comes down");
    }

    private static RouteHandlerBuilder Act(RouteHandlerBuilder endpoint, string summary) => endpoint.WithSummary(summary)
        .Produces<VacancyAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<PageOf<VacancyAnswer>> ListAsync(
        ClaimsPrincipal user, VacancyDesk desk, string? q, string? state, Guid? facility, string? specialty, string? requisitionId, int? page, int? size, CancellationToken ct)
    {
        VacancyState? wanted = QueryWords.Read<VacancyState>(nameof(state), state) is [var one, ..] ? one : null;
        var filter = new VacancyFilter(q ?? "", wanted, facility, specialty ?? "", Page: Math.Clamp(page ?? 1, 1, QueryWords.LastPage) - 1);
        return await desk.ListAsync(filter, requisitionId, Math.Clamp(size ?? 50, 1, MostRows), user, ct);
    }

    private static Task<IResult> ReadAsync(Guid id, ClaimsPrincipal user, VacancyDesk desk, CancellationToken ct) => desk.AnswerAsync(id, user, ct);

    private static async Task<IResult> CreateAsync(Body<VacancyRequest> body, ClaimsPrincipal user, VacancyDesk desk, SaveVacancy save, CancellationToken ct)
    {
        var (facilityId, refusal) = await desk.FacilityAsync(body.Value.Facility, user, ct);
        if (refusal is not null)
            return refusal;

        var edited = body.Value.ToVacancy(facilityId);
        if (await desk.FindAsync(edited.RequisitionId, user, ct) is { } known)
            return Known(desk, known, edited);

        try
        {
            var result = await save.RunAsync(new SaveVacancyRequest(user.StaffId(), edited), ct);
            // Another request with this requisition id may have come between our look and the save's own.
            return result is SaveVacancyResult.Incomplete && await desk.FindAsync(edited.RequisitionId, user, ct) is { } meanwhile
                ? Known(desk, meanwhile, edited)
                : await AfterSaveAsync(result, user, desk, ct, created: true);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Or it came while the save was being written.
            return await desk.FindAsync(edited.RequisitionId, user, ct) is { } first ? Known(desk, first, edited) : ApiProblems.OfStatus(StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>A program that got no answer asks again: the same facts are the same vacancy.</summary>
    private static IResult Known(VacancyDesk desk, Vacancy known, Vacancy edited)
    {
        var differences = VacancyFacts.Differences(known, edited);
        return differences.Count == 0
            ? Results.Ok(desk.Show(known))
            : ApiProblems.Conflict($"The requisition id {known.RequisitionId} has a vacancy with other facts ({string.Join(", ", differences)}). Change it with PUT /api/v1/vacancies/{known.Id}.",
                new Dictionary<string, object?> { ["vacancyId"] = known.Id });
    }

    private static async Task<IResult> UpdateAsync(
        Guid id, Body<VacancyRequest> body, [FromHeader(Name = "If-Match")] string? version, ClaimsPrincipal user, VacancyDesk desk, SaveVacancy save, RefreshCopy refresh, CancellationToken ct)
    {
        if (await desk.FindAsync(id, user, ct) is not { } stored)
            return VacancyDesk.NoSuch;
        if (version is not null && version.Trim('"') != stored.Version.ToString())
            return ApiProblems.Conflict("Somebody else changed this vacancy meanwhile. Read it again and repeat your change.");
        var (facilityId, refusal) = await desk.FacilityAsync(body.Value.Facility, user, ct);
        if (refusal is not null)
            return refusal;

        var result = await save.RunAsync(new SaveVacancyRequest(user.StaffId(), body.Value.ToVacancy(facilityId, stored)), ct);
        if (result is SaveVacancyResult.Saved { Changed.Count: > 0 })
            await refresh.RunAsync(id, ct);
        return await AfterSaveAsync(result, user, desk, ct);
    }

    private static async Task<IResult> AfterSaveAsync(SaveVacancyResult result, ClaimsPrincipal user, VacancyDesk desk, CancellationToken ct, bool created = false) => result switch
    {
        SaveVacancyResult.Incomplete incomplete => Incomplete(incomplete.Problems),
        SaveVacancyResult.Overtaken overtaken => ApiProblems.Conflict(overtaken.Sentence),
        SaveVacancyResult.Saved saved => await desk.AnswerAsync(saved.VacancyId, user, ct, created),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task<IResult> OpenAsync(Guid id, ClaimsPrincipal user, VacancyDesk desk, OpenVacancy open, CancellationToken ct)
    {
        if (await desk.FindAsync(id, user, ct) is not { } vacancy)
            return VacancyDesk.NoSuch;
        if (vacancy.State == VacancyState.Open)
            return Results.Ok(desk.Show(vacancy));

        return await open.RunAsync(user.StaffId(), id, ct) switch
        {
            OpenVacancyResult.Incomplete incomplete => Incomplete(incomplete.Problems),
            OpenVacancyResult.Overtaken overtaken => ApiProblems.Conflict(overtaken.Sentence),
            _ => await desk.AnswerAsync(id, user, ct),
        };
    }

    private static async Task<IResult> PauseAsync(Guid id, ClaimsPrincipal user, VacancyDesk desk, PauseVacancy pause, RefreshCopy refresh, CancellationToken ct)
    {
        if (await desk.FindAsync(id, user, ct) is not { } vacancy)
            return VacancyDesk.NoSuch;
        if (vacancy.State == VacancyState.Paused)
            return Results.Ok(desk.Show(vacancy));
        if (await pause.RunAsync(user.StaffId(), id, ct) is { } refusal)
            return ApiProblems.Conflict(refusal);

        await refresh.RunAsync(id, ct);
        return await desk.AnswerAsync(id, user, ct);
    }

    private static async Task<IResult> CloseAsync(Guid id, Body<CloseRequest>? body, ClaimsPrincipal user, VacancyDesk desk, CloseVacancy close, CancellationToken ct)
    {
        if (await desk.FindAsync(id, user, ct) is not { } vacancy)
            return VacancyDesk.NoSuch;
        if (body?.Value.As is not { } wished)
            return ApiProblems.Incomplete("as", "Say how it ends: filled or withdrawn.");

        var end = wished == ClosingEnd.Filled ? VacancyState.Filled : VacancyState.Withdrawn;
        if (vacancy.State == VacancyState.Draft)
            return ApiProblems.Conflict("A draft is not open, so it cannot be closed. Open it first, or leave it.");
        if (vacancy.IsClosed && vacancy.State != end)
            return ApiProblems.Conflict($"It is closed already, as {vacancy.State.Words().ToLowerInvariant()}.");

        await close.RunAsync(id, end, body.Value.Because ?? "", user.StaffId(), ct);
        return await desk.AnswerAsync(id, user, ct);
    }

    private static IResult Incomplete(IEnumerable<VacancyProblem> problems)
        => ApiProblems.Incomplete(problems.Select(problem => (problem.Field == nameof(Vacancy.FacilityId) ? nameof(VacancyRequest.Facility) : problem.Field, problem.Sentence)));
}
