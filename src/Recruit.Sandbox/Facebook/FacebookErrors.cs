namespace Recruit.Sandbox.Facebook;

/// <summary>Graph API refusals: clients switch on code and subcode. https://developers.facebook.com/docs/graph-api/guides/error-handling, read 2026-10.</summary>
public static class FacebookErrors
{
    public static IResult Parameter(string why) => Of(400, 100, $"(#100) {why}");

    public static IResult NoSuchObject(string verb, string id) => Of(
        400, 100, $"Unsupported {verb} request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.", 33, "GraphMethodException");

    public static IResult SignedOut(bool isMissing) => isMissing
        ? Of(400, 104, "An access token is required to request this resource.")
        : Of(401, 190, "Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.", 467);

    public static IResult NotYourPage(string page) => Of(403, 200, $"(#200) The access token is not one of the Page {page}, or lacks pages_manage_posts.", 2069032);

    public static IResult NotReadable() => Of(403, 10, "(#10) This endpoint requires the 'pages_read_engagement' permission of the Page.");

    public static IResult DeadVersion(string version, string newest) =>
        Of(400, 2635, $"(#2635) You are calling a version of the Graph API that does not exist or is no longer available ({version}). Please update to the latest version: {newest}.");

    public static IResult PageLimit() => Of(400, 80001, "(#80001) There have been too many calls to this Page account. Wait a bit and try again.");

    public static IResult Duplicate() => Of(
        400, 506, "(#506) Duplicate status message", 1455006, userTitle: "Duplicate Status Update", userText: "This status update is identical to the last one you posted. It cannot be published consecutively.");

    public static IResult Blocked() => Of(403, 368, "The action attempted has been deemed abusive or is otherwise disallowed.");

    public static IResult Broken() => Of(500, 2, "An unexpected error has occurred. Please retry your request later.", isTransient: true);

    public static IResult NoMetric() => Of(400, 3001, "(#3001) No metric was specified to be fetched. Please specify one or more metrics to be fetched and try again.", 1504028);

    public static IResult Of(
        int status, int code, string why, int? subcode = null, string type = "OAuthException", bool isTransient = false, string? userTitle = null, string? userText = null) =>
        Answers.Of(status, new
        {
            error = new
            {
                message = why,
                type,
                code,
                error_subcode = subcode,
                is_transient = isTransient,
                error_user_title = userTitle,
                error_user_msg = userText,
                fbtrace_id = "A" + Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('=').Replace('/', '_').Replace('+', '-'),
            },
        });
}
