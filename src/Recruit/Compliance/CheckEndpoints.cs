using System.Security.Claims;
using Recruit.Api;
using Recruit.Staff;

namespace Recruit.Compliance;

public static class CheckEndpoints
{
    public static void MapCheckApi(this RouteGroupBuilder api) =>
        api.MapPost("/checks", CheckAsync).WithTags("Checks")
            .WithSummary("Checks a text for patients, private numbers and unfair words, and stores nothing")
            .Produces<CheckAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> CheckAsync(Body<CheckRequest> body, ClaimsPrincipal user, CheckText check, CancellationToken ct) =>
        await check.RunAsync(user.StaffId(), body.Value, ct) switch
        {
            CheckResult.Checked found => Results.Ok(found.Answer),
            CheckResult.Incomplete incomplete => ApiProblems.Incomplete(incomplete.Problems),
            _ => ApiProblems.NotFound("You work for no facility with this id. GET /api/v1/facilities lists yours, and the member facility takes the facts of another one."),
        };
}
