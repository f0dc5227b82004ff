using System.Text.Json;

namespace Recruit.Channels.Facebook;

/// <summary>What Facebook's usage headers say together: https://developers.facebook.com/docs/graph-api/overview/rate-limiting (read 2026-08-22).</summary>
/// <param name="Percent">The fullest of all its measures.</param>
/// <param name="Minutes">The longest wait that it names.</param>
public sealed record FacebookUsages(int Percent, int Minutes)
{
    // X-Page-Usage is no longer documented, but costs nothing to read.
    private static readonly string[] Plain = ["x-app-usage", "x-page-usage"];

    public static FacebookUsages Of(Answer answer)
    {
        var usages = Plain.Select(header => Read<FacebookUsage>(answer, header))
            .Concat(Read<Dictionary<string, List<FacebookUsage?>?>>(answer, "x-business-use-case-usage")?.Values.SelectMany(list => list ?? []) ?? [])
            .OfType<FacebookUsage>().ToList();
        return new FacebookUsages(
            usages.Select(usage => Math.Max(usage.CallCount ?? 0, Math.Max(usage.TotalTime ?? 0, usage.TotalCputime ?? 0))).DefaultIfEmpty().Max(),
            usages.Select(usage => usage.EstimatedTimeToRegainAccess ?? 0).DefaultIfEmpty().Max());
    }

    private static T? Read<T>(Answer answer, string header) where T : class
    {
        try
        {
            return answer.Header(header) is { Length: > 0 } text ? JsonSerializer.Deserialize<T>(text, FacebookWire.Json) : null;
        }
        catch (JsonException)
        {
            // A header that cannot be read is a header that did not come.
            return null;
        }
    }
}
