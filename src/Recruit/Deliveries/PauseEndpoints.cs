using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Recruit.Api;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Deliveries;

public sealed record PauseAnswer(bool Paused, string? Reason, string? PausedBy, DateTimeOffset? PausedAt);

/// <param name="Deliveries">What becomes of single ones, by delivery id.</param>
/// <param name="Overdue">What becomes of all others whose time passed during the pause; left out: you are asked about them.</param>
public sealed record ResumeRequest(IReadOnlyDictionary<Guid, OverdueAnswer>? Deliveries, OverdueAnswer? Overdue);

/// <summary>The pause of everything, for programs.</summary>
public static class PauseEndpoints
{
    public static void MapPauseApi(this RouteGroupBuilder api)
    {
        var pause = api.WithTags("Pause");
        pause.MapGet("/pause", ReadAsync).WithSummary("Whether everything is paused, by whom and why");
        pause.MapPost("/pause", StartAsync).WithSummary("Stops every account at once; deliveries wait")
            .Produces<PauseAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
        pause.MapPost("/resume", EndAsync).WithSummary("Lets everything go on, once it is said what becomes of each delivery whose time has passed")
            .Produces<PauseAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<PauseAnswer> ReadAsync(IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var running = await db.PauseAsync(ct);
        return new PauseAnswer(running is not null, running?.Reason, running?.StartedByName, running?.StartedAt);
    }

    private static async Task<IResult> StartAsync(Body<PauseRequest>? body, ClaimsPrincipal user, PauseSending pause, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(body?.Value.Reason))
            return ApiProblems.Incomplete("reason", "Say why: everybody who waits reads it.");
        return await pause.RunAsync(user.StaffId(), body.Value.Reason, ct) is { } refusal ? ApiProblems.Conflict(refusal) : Results.Ok(await ReadAsync(contexts, ct));
    }

    private static async Task<IResult> EndAsync(Body<ResumeRequest>? body, ClaimsPrincipal user, ResumeSending resume, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        var answers = body?.Value.Deliveries ?? new Dictionary<Guid, OverdueAnswer>();
        return await resume.RunAsync(user.StaffId(), answers, body?.Value.Overdue, ct) is ResumeResult.Asks asks
            ? ApiProblems.Conflict("These deliveries became overdue during the pause. Say what becomes of them: overdue as sendNow or skip for all, or deliveries with the answer for each id.",
                new Dictionary<string, object?> { ["overdue"] = asks.Overdue.Select(delivery => new { delivery.Id, delivery.Label, delivery.DueAt }).ToList() })
            : Results.Ok(await ReadAsync(contexts, ct));
    }
}
