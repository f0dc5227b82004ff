using System.Security.Claims;
using Recruit.Api;
using Recruit.Deliveries;
using Recruit.Staff;

namespace Recruit.Broadcasts;

/// <summary>Deliveries for programs. They stand here and not in Deliveries because they are listed by vacancy, which a delivery does not know.</summary>
public static class DeliveryEndpoints
{
    private const int MostRows = 500;

    public static void MapDeliveryApi(this RouteGroupBuilder api)
    {
        var deliveries = api.MapGroup("/deliveries").WithTags("Deliveries");
        deliveries.MapGet("", ListAsync).WithSummary("Deliveries, the newest due first. state takes several, with commas; vacancy an id or a requisition id; since an instant with its zone")
            .Produces<PageOf<DeliveryAnswer>>();
        Act(deliveries.MapGet("/{id:guid}", ReadAsync), "One delivery with its attempts, and where it stands in one sentence");
        Act(deliveries.MapPost("/{id:guid}/cancel", CancelAsync), "Calls it off, or takes it down when it is live. Once this is answered, nothing goes out that had not left")
            .ProducesProblem(StatusCodes.Status409Conflict);
        Act(deliveries.MapPost("/{id:guid}/settle", SettleAsync), "Says of an uncertain delivery, or of a removal that needs you, whether the network shows it")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Act(deliveries.MapPost("/{id:guid}/send-back", SendBackAsync), "Sends what waits for approval back to its author, with the reason")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Act(deliveries.MapPost("/{id:guid}/send-beyond-cap", SendBeyondCapAsync), "Sends now what waits because its account's monthly cap is reached")
            .ProducesProblem(StatusCodes.Status409Conflict);
        Act(deliveries.MapPut("/{id:guid}/copy", EditAsync), "New words. They need approval again, by somebody else")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static RouteHandlerBuilder Act(RouteHandlerBuilder endpoint, string summary)
        => endpoint.WithSummary(summary).Produces<DeliveryDetails>().ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> ListAsync(
        ClaimsPrincipal user, DeliveryDesk desk, VacancyDesk vacancies, string? state, Guid? account, string? vacancy, string? since, int? page, int? size, CancellationToken ct)
    {
        Guid? vacancyId = null;
        if (!string.IsNullOrWhiteSpace(vacancy))
        {
            if (await vacancies.FindEitherAsync(vacancy, user, ct) is not { } found)
                return VacancyDesk.NoSuch;
            vacancyId = found.Id;
        }

        var filter = new DeliveryFilter(QueryWords.Read<DeliveryState>(nameof(state), state), account, vacancyId, QueryWords.ReadInstant(nameof(since), since),
            Math.Clamp(page ?? 1, 1, QueryWords.LastPage), Math.Clamp(size ?? 100, 1, MostRows));
        return Results.Ok(await desk.ListAsync(filter, user, ct));
    }

    private static Task<IResult> ReadAsync(Guid id, ClaimsPrincipal user, DeliveryDesk desk, CancellationToken ct) => desk.AnswerAsync(id, user, ct);

    private static async Task<IResult> CancelAsync(Guid id, Body<CancelRequest>? body, ClaimsPrincipal user, DeliveryDesk desk, ChangeDelivery change, CancellationToken ct)
    {
        if (await desk.FindAsync(id, user, ct) is not { } delivery)
            return DeliveryDesk.NoSuch;
        // Asked again by a program that did not hear the answer.
        if (delivery.State is DeliveryState.Cancelled or DeliveryState.Removing or DeliveryState.Removed)
            return await desk.AnswerAsync(id, user, ct);

        var reason = body?.Value.Reason is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : "Called off over the API.";
        return await change.TakeDownAsync(id, reason, user.StaffId(), ct) is { } refusal ? ApiProblems.Conflict(refusal) : await desk.AnswerAsync(id, user, ct);
    }

    private static async Task<IResult> SettleAsync(Guid id, Body<SettleRequest> body, ClaimsPrincipal user, DeliveryDesk desk, ChangeDelivery change, CancellationToken ct)
    {
        if (await desk.FindAsync(id, user, ct) is not { } delivery)
            return DeliveryDesk.NoSuch;
        if (body.Value.Live is not { } live)
            return ApiProblems.Incomplete("live", "Say whether the network shows it: true or false.");
        // Asked again by a program that did not hear the answer.
        if (delivery.State == (live ? DeliveryState.Published : DeliveryState.Removed))
            return await desk.AnswerAsync(id, user, ct);

        var refusal = live ? await change.SayLiveAsync(id, user.StaffId(), body.Value.RemoteId, ct) : await change.SayAbsentAsync(id, user.StaffId(), ct);
        return refusal is null ? await desk.AnswerAsync(id, user, ct) : ApiProblems.Conflict(refusal);
    }

    private static async Task<IResult> SendBackAsync(Guid id, Body<SendBackRequest> body, ClaimsPrincipal user, DeliveryDesk desk, ApproveDeliveries approve, CancellationToken ct)
    {
        if (await desk.FindAsync(id, user, ct) is not { } delivery)
            return DeliveryDesk.NoSuch;
        if (delivery.State != DeliveryState.Held)
            return ApiProblems.Conflict("It does not wait for approval. What is approved can be called off, or its words changed.");

        return await approve.SendBackAsync([id], body.Value.Reason ?? "", user.StaffId(), ct) is { Refusals: [var refusal, ..] }
            ? ApiProblems.Incomplete("reason", refusal)
            : await desk.AnswerAsync(id, user, ct);
    }

    private static async Task<IResult> SendBeyondCapAsync(Guid id, ClaimsPrincipal user, DeliveryDesk desk, ChangeDelivery change, CancellationToken ct)
        => await desk.FindAsync(id, user, ct) is null ? DeliveryDesk.NoSuch
            : await change.SendBeyondCapAsync(id, user.StaffId(), ct) is { } refusal ? ApiProblems.Conflict(refusal) : await desk.AnswerAsync(id, user, ct);

    private static async Task<IResult> EditAsync(Guid id, Body<CopyRequest> body, ClaimsPrincipal user, DeliveryDesk desk, ChangeDelivery change, CancellationToken ct)
    {
        if (await desk.FindAsync(id, user, ct) is not { } delivery)
            return DeliveryDesk.NoSuch;
        if (string.IsNullOrWhiteSpace(body.Value.Text))
            return ApiProblems.Incomplete("text", "Send the new words as text.");

        return await change.EditAsync(id, body.Value.Version ?? delivery.Version, body.Value.Text, user.StaffId(), ct) is { } refusal
            ? ApiProblems.Conflict(refusal)
            : await desk.AnswerAsync(id, user, ct);
    }
}
