using System.Collections.Frozen;

namespace Recruit.Sandbox.LinkedIn;

/// <summary>LinkedIn's refusals by their codes. https://learn.microsoft.com/linkedin/shared/api-guide/concepts/error-handling, read 2026-10.</summary>
public static class LinkedInRefusals
{
    public static IReadOnlyDictionary<string, Func<IResult>> All { get; } = new Dictionary<string, Func<IResult>>
    {
        ["MISSING_FIELD"] = () => LinkedInErrors.Missing("commentary"),
        ["INVALID_URN_TYPE"] = () => LinkedInErrors.Input("INVALID_URN_TYPE", "author", "the urn names another kind of thing"),
        ["INVALID_URN_ID"] = () => LinkedInErrors.Input("INVALID_URN_ID", "author", "the urn names nothing"),
        ["FIELD_LENGTH_TOO_LONG"] = () => LinkedInErrors.Input("FIELD_LENGTH_TOO_LONG", "commentary", "the value is too long"),
        ["INVALID_VALUE_FOR_FIELD"] = () => LinkedInErrors.Invalid("visibility", "the value is not allowed"),
        ["EMPTY_ACCESS_TOKEN"] = () => LinkedInErrors.Plain(401, "EMPTY_ACCESS_TOKEN", "Empty oauth2 access token", 65604),
        ["REVOKED_ACCESS_TOKEN"] = () => LinkedInErrors.Plain(401, "REVOKED_ACCESS_TOKEN", "The token used in the request has been revoked by the user", 65601),
        ["EXPIRED_ACCESS_TOKEN"] = () => LinkedInErrors.Plain(401, "EXPIRED_ACCESS_TOKEN", "The token used in the request has expired", 65602),
        ["ACCESS_DENIED"] = () => LinkedInErrors.Denied("Not enough permissions to access this resource"),
        ["NOT_FOUND"] = () => LinkedInErrors.NotFound("Organization"),
        ["CONFLICT"] = () => LinkedInErrors.Plain(409, "CONFLICT", "Another write to this resource is under way"),
        ["DUPLICATE_POST"] = () => LinkedInErrors.Duplicate("urn:li:share:7141000000000000000"),
        ["UNPROCESSABLE_ENTITY"] = () => LinkedInErrors.Plain(422, "UNPROCESSABLE_ENTITY", "The entity could not be processed"),
        ["NONEXISTENT_VERSION"] = () => LinkedInErrors.Plain(426, "NONEXISTENT_VERSION", "Requested version is not active"),
        ["TOO_MANY_REQUESTS"] = () => LinkedInErrors.Plain(429, "TOO_MANY_REQUESTS", "Resource level throttle limit for calls to this resource is reached.", 101),
        ["500"] = () => LinkedInErrors.Plain(500, "INTERNAL_SERVER_ERROR", "Internal Server Error"),
        ["503"] = () => LinkedInErrors.Plain(503, "SERVICE_UNAVAILABLE", "Service Unavailable"),
        ["504"] = () => Results.Text("<html>Gateway Timeout</html>", "text/html", statusCode: 504),
    }.ToFrozenDictionary();
}
