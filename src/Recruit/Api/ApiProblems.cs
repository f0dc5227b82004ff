using System.Text.Json;

namespace Recruit.Api;

/// <summary>Every refusal has one shape, application/problem+json: a title, a sentence that says what to do, and for single members the sentences about each.</summary>
public static class ApiProblems
{
    public static IResult Of(int status, string title, string sentence, IDictionary<string, object?>? more = null)
        => Results.Problem(statusCode: status, title: title, detail: sentence, extensions: more);

    public static IResult NotFound(string sentence) => Of(StatusCodes.Status404NotFound, "Not found", sentence);

    public static IResult Conflict(string sentence, IDictionary<string, object?>? more = null) => Of(StatusCodes.Status409Conflict, "Not possible now", sentence, more);

    public static IResult NotAllowed(string sentence) => Of(StatusCodes.Status403Forbidden, "Not allowed", sentence);

    /// <param name="problems">By the name of the property that each is about.</param>
    public static IResult Incomplete(IEnumerable<(string Property, string Sentence)> problems)
    {
        var byMember = problems.GroupBy(problem => JsonNamingPolicy.CamelCase.ConvertName(problem.Property), problem => problem.Sentence)
            .ToDictionary(group => group.Key, group => group.ToArray());
        return Results.ValidationProblem(byMember, byMember.Values.First()[0], statusCode: StatusCodes.Status422UnprocessableEntity, title: "Something is missing or wrong");
    }

    public static IResult Incomplete(string property, string sentence) => Incomplete([(property, sentence)]);

    /// <summary>For answers that the framework leaves empty.</summary>
    public static IResult OfStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Of(status, "Unreadable", "The request cannot be read. Send the members that /openapi/v1.json names as a JSON body, and check the ids and instants in the address."),
        StatusCodes.Status404NotFound => Of(status, "Not found", "There is nothing at this address. See /openapi/v1.json for all addresses."),
        StatusCodes.Status405MethodNotAllowed => Of(status, "Wrong method", "This address does not take this method. See /openapi/v1.json."),
        StatusCodes.Status413PayloadTooLarge => Of(status, "Too large", "The body is too large. Shorten it."),
        StatusCodes.Status415UnsupportedMediaType => Of(status, "Not JSON", "Send the body as JSON, with the header Content-Type: application/json."),
        >= 500 => Of(status, "Our fault", "Something went wrong on our side. Try again; if it stays, tell the administrator the time of this answer."),
        _ => Of(status, "Refused", "The request was refused. See /openapi/v1.json."),
    };
}
