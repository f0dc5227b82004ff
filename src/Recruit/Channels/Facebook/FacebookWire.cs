using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recruit.Channels.Facebook;

/// <summary>Facebook's JSON, in Facebook's words. What we never read is left out.</summary>
public static class FacebookWire
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };
}

public sealed record FacebookCreated(string? Id, string? PermalinkUrl);

public sealed record FacebookDone(bool? Success);

public sealed record FacebookList<T>(IReadOnlyList<T?>? Data, FacebookPaging? Paging);

public sealed record FacebookPaging(FacebookCursors? Cursors, string? Next);

public sealed record FacebookCursors(string? After);

/// <param name="CreatedTime">"2026-10-06T08:00:00+0000": no colon in the offset, so no DateTimeOffset here.</param>
public sealed record FacebookPost(string? Id, string? Message, string? CreatedTime, string? PermalinkUrl, FacebookList<FacebookAttachment>? Attachments);

/// <param name="Url">Wrapped in l.facebook.com.</param>
/// <param name="UnshimmedUrl">The link as it was sent.</param>
public sealed record FacebookAttachment(string? Url, string? UnshimmedUrl);

public sealed record FacebookInsight(string? Name, IReadOnlyList<FacebookInsightValue?>? Values);

/// <param name="Value">A number, or an object for the metrics that are told by kind.</param>
public sealed record FacebookInsightValue(JsonElement Value);

public sealed record FacebookCounts(FacebookCount? Shares, FacebookSummary? Reactions, FacebookSummary? Comments);

public sealed record FacebookCount(long? Count);

public sealed record FacebookSummary(FacebookTotal? Summary);

public sealed record FacebookTotal(long? TotalCount);

public sealed record FacebookPage(long? FollowersCount);

public sealed record FacebookProblem(FacebookError? Error);

public sealed record FacebookError(string? Message, int? Code, int? ErrorSubcode, string? ErrorUserMsg, bool? IsTransient, string? FbtraceId);

/// <param name="CallCount">Per cent of the allowance, like the two times.</param>
/// <param name="EstimatedTimeToRegainAccess">Minutes.</param>
public sealed record FacebookUsage(int? CallCount, int? TotalTime, int? TotalCputime, int? EstimatedTimeToRegainAccess);

public sealed record FacebookToken(string? AccessToken)
{
    public override string ToString() => "Token of Facebook";
}

/// <param name="Tasks">What the person may do there: "CREATE_CONTENT"; null when Facebook does not tell.</param>
public sealed record FacebookOwnPage(string? Id, string? Name, string? AccessToken, IReadOnlyList<string>? Tasks)
{
    public override string ToString() => $"{Name} ({Id})";
}

public sealed record FacebookPermission(string? Permission, string? Status);
