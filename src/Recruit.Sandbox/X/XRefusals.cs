using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Recruit.Sandbox.X;

/// <summary>X's refusals in all the shapes that it is known to use. https://docs.x.com/x-api/fundamentals/response-codes-and-errors, read 2026-10.</summary>
public static class XRefusals
{
    public static IReadOnlyDictionary<string, Func<IResult>> All { get; } = new Dictionary<string, Func<IResult>>
    {
        ["400"] = () => XProblems.InvalidRequest("text", null, "The text is not valid."),
        ["400-code"] = () => Answers.Of(400, new { code = 186, message = "Tweet needs to be a bit shorter." }),
        ["401"] = XProblems.Unauthorized,
        ["402"] = XProblems.OutOfCredits,
        ["402-depleted"] = () => Typed(402, "credits-depleted", "Payment Required", "Your credits are depleted."),
        ["403"] = () => XProblems.Forbidden("You are not permitted to perform this action."),
        ["403-client"] = () => Typed(403, "client-forbidden", "Client Forbidden", "This application is not allowed to use this endpoint."),
        ["403-resource"] = () => Typed(403, "not-authorized-for-resource", "Authorization Error", "You may not reply to this conversation."),
        ["403-duplicate"] = XProblems.Duplicate,
        ["404"] = () => XProblems.NotFound("1", "id"),
        ["429"] = XProblems.RateLimited,
        ["429-capped"] = () => Typed(429, "usage-capped", "UsageCapExceeded", "Usage cap exceeded: Monthly product cap"),
        ["500"] = XProblems.Broken,
        ["502"] = () => Results.Text("<html>Bad Gateway</html>", "text/html", statusCode: 502),
        ["503"] = () => Answers.Of(503, new { errors = new[] { new { code = 130, message = "Over capacity" } } }),
        ["504"] = () => Results.Text("", statusCode: 504),
    }.ToFrozenDictionary();

    private static IResult Typed(int status, string type, string title, string detail)
        => XProblems.Problem(new JsonObject { ["title"] = title, ["detail"] = detail, ["type"] = XProblems.Types + type, ["status"] = status });
}
