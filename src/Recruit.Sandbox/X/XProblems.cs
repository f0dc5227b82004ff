using System.Text.Json.Nodes;

namespace Recruit.Sandbox.X;

/// <summary>X's refusals, as problem documents. https://docs.x.com/x-api/fundamentals/response-codes-and-errors, read 2026-10.</summary>
public static class XProblems
{
    public const string Types = "https://api.x.com/2/problems/";

    public static IResult InvalidRequest(string parameter, string? value, string why)
    {
        var parameters = new JsonObject { [parameter] = value is null ? new JsonArray() : new JsonArray(value) };
        return Problem(new JsonObject
        {
            ["errors"] = new JsonArray(new JsonObject { ["parameters"] = parameters, ["message"] = why }),
            ["title"] = "Invalid Request",
            ["detail"] = "One or more parameters to your request was invalid.",
            ["type"] = Types + "invalid-request",
            ["parameter"] = parameter,
            ["value"] = value,
            ["status"] = 400,
        });
    }

    public static IResult Unauthorized() => Blank(401, "Unauthorized", "Unauthorized");

    public static IResult Forbidden(string why) => Blank(403, "Forbidden", why);

    /// <summary>Told apart from other refusals by its detail alone, and silent about which post stands already.</summary>
    public static IResult Duplicate() => Forbidden("You are not allowed to create a Tweet with duplicate content.");

    public static IResult OutOfCredits() => Problem(new JsonObject
    {
        ["title"] = "CreditsDepleted",
        ["detail"] = "Your enrolled account does not have any credits to fulfill this request.",
        ["type"] = Types + "credits",
        ["status"] = 402,
    });

    public static IResult NotFound(string id, string parameter)
    {
        var problem = Missing(id, parameter);
        problem["status"] = 404;
        return Problem(problem);
    }

    public static IResult RateLimited() => Answers.Of(429, new { errors = new[] { new { code = 88, message = "Rate limit exceeded" } } });

    public static IResult Broken() => Problem(new JsonObject
    {
        ["title"] = "Internal Server Error",
        ["detail"] = "Something is broken. This is usually a temporary error.",
        ["type"] = Types + "internal-error",
        ["status"] = 500,
    });

    /// <summary>One entry of a partial error: an answer of 200 that lacks a post.</summary>
    public static JsonObject Missing(string id, string parameter) => new()
    {
        ["value"] = id,
        ["detail"] = $"Could not find tweet with {parameter}: [{id}].",
        ["title"] = "Not Found Error",
        ["resource_type"] = "tweet",
        ["parameter"] = parameter,
        ["resource_id"] = id,
        ["type"] = Types + "resource-not-found",
    };

    public static JsonObject FieldRefused(string id, string field) => new()
    {
        ["resource_id"] = id,
        ["resource_type"] = "tweet",
        ["field"] = field,
        ["detail"] = $"Sorry, you are not authorized to access '{field}' on the Tweet: [{id}].",
        ["title"] = "Field Authorization Error",
        ["section"] = "data",
        ["type"] = Types + "not-authorized-for-field",
    };

    public static IResult Blank(int status, string title, string why) =>
        Problem(new JsonObject { ["title"] = title, ["type"] = "about:blank", ["status"] = status, ["detail"] = why });

    public static IResult Problem(JsonObject problem) => Answers.Of(problem["status"]!.GetValue<int>(), problem, "application/problem+json");
}
