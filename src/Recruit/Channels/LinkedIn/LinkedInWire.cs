using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recruit.Channels.LinkedIn;

/// <summary>LinkedIn's JSON, in LinkedIn's words. What we never read is left out.</summary>
public static class LinkedInWire
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

/// <param name="Commentary">In little text format.</param>
public sealed record LinkedInNewPost(string Author, string Commentary, LinkedInDistribution Distribution, LinkedInContent? Content)
{
    public string Visibility => "PUBLIC";

    public string LifecycleState => "PUBLISHED";

    public bool IsReshareDisabledByAuthor => false;
}

/// <param name="TargetEntities">One object: its facets are AND-ed, the values of one facet OR-ed.</param>
public sealed record LinkedInDistribution(IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> TargetEntities)
{
    public string FeedDistribution => "MAIN_FEED";

    public IReadOnlyList<string> ThirdPartyDistributionChannels => [];
}

public sealed record LinkedInContent(LinkedInArticle? Article);

public sealed record LinkedInArticle(string? Source, string? Title, string? Description);

public sealed record LinkedInPosts(IReadOnlyList<LinkedInPost?>? Elements);

/// <param name="CreatedAt">Milliseconds since 1970, like every time here.</param>
public sealed record LinkedInPost(
    string? Id,
    string? Commentary,
    LinkedInContent? Content,
    long? CreatedAt,
    long? PublishedAt,
    long? LastModifiedAt,
    string? LifecycleState);

public sealed record LinkedInStatistics(IReadOnlyList<LinkedInStatistic?>? Elements);

public sealed record LinkedInStatistic(string? Share, string? UgcPost, IReadOnlyDictionary<string, JsonElement>? TotalShareStatistics);

public sealed record LinkedInNetworkSize(long? FirstDegreeSize);

public sealed record LinkedInPlaces(IReadOnlyList<LinkedInPlace?>? Elements);

public sealed record LinkedInPlace(string? DisplayText, string? Entity);

public sealed record LinkedInProblem(string? Message, string? Code, LinkedInErrorDetails? ErrorDetails)
{
    public IEnumerable<string> Words => new[] { Message }.OfType<string>()
        .Concat((ErrorDetails?.InputErrors ?? []).Select(error => error?.Description).OfType<string>());

    public IEnumerable<string> Codes => new[] { Code }.OfType<string>()
        .Concat((ErrorDetails?.InputErrors ?? []).Select(error => error?.Code).OfType<string>());
}

public sealed record LinkedInErrorDetails(IReadOnlyList<LinkedInInputError?>? InputErrors);

public sealed record LinkedInInputError(string? Code, string? Description);
