using System.Text.Json;
using Recruit.Compliance;

namespace Recruit.Tests.Compliance;

/// <summary>The guard's figures on the sets that were written before the rules they test. Of the held-out third only the total is looked at, so a failure names no text of it.</summary>
public sealed class GuardFiguresTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly ComplianceGuard _guard = Guards.Real();

    [Theory]
    [InlineData(false, 0.95)]
    [InlineData(true, 0.95)]
    public void Posts_about_patients_are_stopped(bool heldOut, double floor) =>
        Share(heldOut, "minds-patient-posts.txt", line => Post(line) is var post && !_guard.Check(CedarBend.Draft(post.Text, post.Surface)).IsClean).ShouldBeGreaterThanOrEqualTo(floor);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Words_of_vacancies_pass(bool heldOut) =>
        Share(heldOut, "minds-clean-sentences.txt", line => _guard.Check(CedarBend.Draft(line, Surface.JobPost)).IsClean).ShouldBeGreaterThanOrEqualTo(0.97);

    [Theory]
    [InlineData(false, 0.95)]
    [InlineData(true, 0.90)]
    public void Unfair_wording_is_found(bool heldOut, double floor) =>
        Share(heldOut, "minds-wording-cases.txt", line => IsFound(line) ?? true, line => !IsFair(line)).ShouldBeGreaterThanOrEqualTo(floor);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fair_wording_passes(bool heldOut) =>
        Share(heldOut, "minds-wording-cases.txt", line => IsFound(line) is null, IsFair).ShouldBeGreaterThanOrEqualTo(0.95);

    public static TheoryData<string> Authorizations() => [.. Cases().Select(one => one.Why)];

    [Theory]
    [MemberData(nameof(Authorizations))]
    public void An_authorization_carries_as_far_as_it_goes(string why)
    {
        var one = Cases().Single(one => one.Why == why);
        var draft = CedarBend.Draft(one.Text, one.Surface) with { Channel = new(one.Channel), On = one.Today, Authorization = one.Authorization.ToAuthorization() };

        var verdict = _guard.Check(draft);

        verdict.Decision.ShouldBe(one.Expect, string.Join(' ', verdict.Findings));
        if (one.Rule is { } rule)
            verdict.Findings.ShouldContain(finding => finding.Rule == rule);
    }

    private static AuthorizationCase[] Cases() => JsonSerializer.Deserialize<AuthorizationCase[]>(Texts.Whole("authorization-cases.json"), Json)!;

    /// <summary>Null where nothing was found that is about wording.</summary>
    private bool? IsFound(string line)
    {
        var parts = line.Split(" | ", 2);
        var (rule, state) = parts[0].Split(' ') is [var id, var of] ? (id, of) : (parts[0], null);
        var found = _guard.Check(CedarBend.Draft(parts[1], Surface.JobPost, state)).Findings.Where(finding => !finding.Rule.StartsWith("HIP-", StringComparison.Ordinal)).ToList();
        return found.Any(finding => finding.Rule == rule) ? true : found.Count > 0 || rule != "-" ? false : null;
    }

    private static bool IsFair(string line) => line.StartsWith("- |", StringComparison.Ordinal);

    private static (Surface Surface, string Text) Post(string line) => line.Split(" | ", 2) is [var surface, var text]
        ? (JsonSerializer.Deserialize<Surface>($"\"{surface.TrimEnd('!')}\"", Json), text)
        : throw new FormatException(line);

    private static double Share(bool heldOut, string file, Func<string, bool> isRight, Func<string, bool>? where = null)
    {
        var lines = Texts.Lines(file).Where((line, index) => index % 3 == 2 == heldOut && where?.Invoke(line) != false).ToList();
        lines.Count.ShouldBeGreaterThan(10);
        return (double)lines.Count(isRight) / lines.Count;
    }

    private sealed record AuthorizationCase(string Why, Decision Expect, string? Rule, string Text, Surface Surface, string Channel, DateOnly Today, AuthorizationFacts Authorization);
}
