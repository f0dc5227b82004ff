namespace Recruit.Sandbox;

/// <summary>Numbers that grow with age and are the same for everyone who asks: derived from the id, never stored.</summary>
public sealed record Growth(string Seed, TimeSpan Age)
{
    /// <summary>Fast in the first minutes, nearly still after three days, never falling.</summary>
    private double Progress => 1 - Math.Exp(-Math.Sqrt(Math.Max(0, Age.TotalHours) / 9));

    public static Growth Of(SandboxPost post, DateTimeOffset now) => new(post.Id, post.Age(now));

    public long Impressions(int followers, int? audience)
    {
        var reachable = Math.Min(followers, audience ?? followers);
        var total = reachable * (0.12 + (0.33 * Fraction(Seed, "reach")));
        return (long)(total * Progress);
    }

    /// <summary>A share of a growing number, so it grows with it and never overtakes it.</summary>
    public long Part(long whole, string what, double least, double most) =>
        (long)(whole * (least + (Fraction(Seed, what) * (most - least))));

    /// <summary>FNV-1a, because string hash codes differ in every process and numbers must survive a restart.</summary>
    public static double Fraction(string seed, string what)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in seed.Concat("/").Concat(what))
            hash = (hash ^ character) * 1099511628211UL;
        hash ^= hash >> 31;
        hash *= 0x9E3779B97F4A7C15UL;
        return (hash >> 11) / (double)(1UL << 53);
    }
}
