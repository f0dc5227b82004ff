namespace Recruit.Reach;

/// <summary>What one reading adds to what is known.</summary>
public static class ReachChange
{
    /// <summary>An unchanged number becomes a sample again after this long, so that a flat line can be told from no reading.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromDays(1);

    /// <param name="told">Null when the network left the post out. What it does not tell keeps its last value and is no sample.</param>
    public static (Dictionary<string, ReachValue> Values, IReadOnlyList<ReachSample> Samples) Between(
        Guid deliveryId, IReadOnlyDictionary<string, ReachValue> known, IReadOnlyDictionary<string, long>? told, DateTimeOffset now)
    {
        var values = new Dictionary<string, ReachValue>(known);
        var samples = new List<ReachSample>();
        foreach (var (metric, value) in told ?? new Dictionary<string, long>())
        {
            var isNews = !known.TryGetValue(metric, out var last) || last.Value != value || now - last.SampledAt >= LongestSilence;
            values[metric] = new ReachValue(value, now, isNews ? now : last!.SampledAt);
            if (isNews)
                samples.Add(new ReachSample { DeliveryId = deliveryId, Metric = metric, Value = value, TakenAt = now });
        }

        return (values, samples);
    }
}
