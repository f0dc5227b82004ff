using System.Text.Json.Nodes;

namespace Recruit.Sandbox.LinkedIn;

/// <summary>LinkedIn's refusals. https://learn.microsoft.com/linkedin/shared/api-guide/concepts/error-handling, read 2026-10.</summary>
public static class LinkedInErrors
{
    /// <summary>One input is wrong: the newer shape, which names the field.</summary>
    public static IResult Input(string code, string field, string why, int status = 400) => Answers.Of(status, new JsonObject
    {
        ["message"] = $"ERROR :: /{field} :: {why}",
        ["status"] = status,
        ["errorDetailType"] = "com.linkedin.common.error.BadRequest",
        ["errorDetails"] = new JsonObject
        {
            ["inputErrors"] = new JsonArray(new JsonObject
            {
                ["code"] = code,
                ["description"] = why,
                ["input"] = new JsonObject { ["inputPath"] = new JsonObject { ["fieldPath"] = field } },
            }),
        },
    });

    public static IResult Missing(string field) => Input("MISSING_FIELD", field, "field is required but not found and has no default value");

    public static IResult Unknown(string field) => Input("INVALID_VALUE_FOR_FIELD", field, "unrecognized field found but not allowed");

    public static IResult Invalid(string field, string why) => Input("INVALID_VALUE_FOR_FIELD", field, why);

    public static IResult Duplicate(string urn) => Answers.Of(422, new JsonObject
    {
        ["errorDetailType"] = "com.linkedin.common.error.BadRequest",
        ["message"] = $"The content could not be posted. Content is a duplicate of {urn}",
        ["errorDetails"] = new JsonObject
        {
            ["inputErrors"] = new JsonArray(new JsonObject
            {
                ["description"] = "Duplicate post is detected",
                ["code"] = "DUPLICATE_POST",
                ["input"] = new JsonObject(),
            }),
        },
        ["status"] = 422,
    });

    public static IResult Denied(string why) => Plain(403, "ACCESS_DENIED", why, 100);

    public static IResult NotFound(string what) => Plain(404, "NOT_FOUND", $"{what} not found");

    public static IResult Plain(int status, string code, string why, int? serviceErrorCode = null) =>
        Answers.Of(status, new { message = why, code, serviceErrorCode, status });
}
