using Recruit.Api;

namespace Recruit.Vacancies;

/// <param name="Title">As an advertisement has it: "RN - ICU Nights".</param>
public sealed record OccupationQuestion(string? Title);

/// <param name="Soc">"29-1141.03".</param>
/// <param name="Score">0 to 1.</param>
public sealed record OccupationAnswer(string Soc, string Title, double Score);

/// <param name="Matches">Best first; empty when no word of the title is known.</param>
public sealed record OccupationAnswers(IReadOnlyList<OccupationAnswer> Matches);

/// <summary>Titles to occupations, for programs.</summary>
public static class OccupationEndpoints
{
    private const int LongestTitle = 300;

    public static void MapOccupationApi(this RouteGroupBuilder api)
        => api.MapPost("/occupations/match", Match).WithTags("Occupations").WithSummary("The occupations that a title may name, best first, by their O*NET-SOC codes")
            .Produces<OccupationAnswers>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static IResult Match(Body<OccupationQuestion> body)
    {
        if (body.Value.Title is not { } title || string.IsNullOrWhiteSpace(title))
            return ApiProblems.Incomplete("title", "Send the title of the vacancy.");
        if (title.Length > LongestTitle)
            return ApiProblems.Incomplete("title", $"Send the title alone, in at most {LongestTitle} characters.");

        return Results.Ok(new OccupationAnswers([.. Occupations.Match(title).Select(match => new OccupationAnswer(match.Occupation.Code, match.Occupation.Title, match.Score))]));
    }
}
