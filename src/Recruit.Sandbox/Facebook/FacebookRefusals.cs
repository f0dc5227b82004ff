using System.Collections.Frozen;

namespace Recruit.Sandbox.Facebook;

/// <summary>Facebook's refusals by code, or by code and subcode. https://developers.facebook.com/docs/graph-api/guides/error-handling, read 2026-10.</summary>
public static class FacebookRefusals
{
    public static IReadOnlyDictionary<string, Func<IResult>> All { get; } = new Dictionary<string, Func<IResult>>
    {
        ["1"] = () => FacebookErrors.Of(500, 1, "An unknown error occurred"),
        ["2"] = FacebookErrors.Broken,
        ["3"] = () => FacebookErrors.Of(400, 3, "(#3) Application does not have the capability to make this API call."),
        ["4"] = () => FacebookErrors.Of(403, 4, "(#4) Application request limit reached", isTransient: true),
        ["10"] = FacebookErrors.NotReadable,
        ["17"] = () => FacebookErrors.Of(400, 17, "(#17) User request limit reached"),
        ["32"] = () => FacebookErrors.Of(400, 32, "(#32) Page request limit reached"),
        ["100"] = () => FacebookErrors.Parameter("Invalid parameter"),
        ["102"] = () => FacebookErrors.Of(400, 102, "Session key invalid or no longer valid"),
        ["190/458"] = () => SignedOut(458, "The user has not authorized application."),
        ["190/459"] = () => SignedOut(459, "The user is checkpointed."),
        ["190/460"] = () => SignedOut(460, "The password was changed."),
        ["190/463"] = () => SignedOut(463, "The session has expired."),
        ["190/464"] = () => SignedOut(464, "Sessions for the user are not allowed because the user is not a confirmed user."),
        ["190/467"] = () => SignedOut(467, "The session is invalid."),
        ["190/492"] = () => SignedOut(492, "The user has no role on the Page."),
        ["200"] = () => FacebookErrors.Of(403, 200, "(#200) Permissions error"),
        ["200/2069032"] = () => FacebookErrors.NotYourPage("Page"),
        ["299"] = () => FacebookErrors.Of(403, 299, "(#299) Permission denied"),
        ["341"] = () => FacebookErrors.Of(400, 341, "(#341) Feed action request limit reached"),
        ["368"] = FacebookErrors.Blocked,
        ["368/1390008"] = () => FacebookErrors.Of(403, 368, "It looks like you were misusing this feature by going too fast.", 1390008),
        ["506"] = FacebookErrors.Duplicate,
        ["613"] = () => FacebookErrors.Of(400, 613, "(#613) Calls to this api have exceeded the rate limit."),
        ["2635"] = () => FacebookErrors.DeadVersion("v3.0", "v26.0"),
        ["80001"] = FacebookErrors.PageLimit,
        ["1609005"] = () => FacebookErrors.Of(400, 1609005, "(#1609005) There was a problem scraping data from the provided link."),
        ["transient"] = () => FacebookErrors.Of(400, 9999, "Please try again later.", isTransient: true),
    }.ToFrozenDictionary();

    private static IResult SignedOut(int subcode, string why) => FacebookErrors.Of(401, 190, "Error validating access token: " + why, subcode);
}
