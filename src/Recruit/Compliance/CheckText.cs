using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Recruit.Channels;
using Recruit.Facilities;
using Recruit.Persistence;

namespace Recruit.Compliance;

public abstract record CheckResult
{
    private CheckResult()
    {
    }

    public sealed record Checked(CheckAnswer Answer) : CheckResult;

    public sealed record Incomplete(IReadOnlyList<(string Property, string Sentence)> Problems) : CheckResult;

    public sealed record UnknownFacility : CheckResult;
}

/// <summary>Checks a text that is no delivery, for a page or a program. Stores nothing, so it leaves no trace either.</summary>
public sealed class CheckText(IDbContextFactory<RecruitDb> contexts, ComplianceGuard guard)
{
    /// <param name="staffId">Whose facilities may be named.</param>
    public async Task<CheckResult> RunAsync(Guid staffId, CheckRequest request, CancellationToken ct = default)
    {
        List<(string, string)> problems = [];
        if (request.Text is null)
            problems.Add((nameof(request.Text), "Send the text to check."));
        if (request.Surface is null)
            problems.Add((nameof(request.Surface), "Say what the text is for: job_post, praise, staff_story, reply, caption or event."));
        if (request.FacilityId is not null && request.Facility is not null)
            problems.Add((nameof(request.Facility), "Name one of our facilities by facilityId, or give the facts of another one, but not both."));
        var today = Day(request.Today);
        if (request.Today is { Length: > 0 } && today is null)
            problems.Add((nameof(request.Today), "Write the day as yyyy-mm-dd, for example 2026-12-01."));
        if (problems.Count > 0)
            return new CheckResult.Incomplete(problems);

        var facility = request.FacilityId is { } id ? await FacilityAsync(staffId, id, ct) : null;
        if (request.FacilityId is not null && facility is null)
            return new CheckResult.UnknownFacility();

        IEnumerable<string> words = facility is null ? request.Facility?.Words() ?? [] : facility.OwnWords();
        var draft = new Draft(new ChannelKey(request.Channel ?? ""), request.Text!, null, [], DraftLimits.None, DraftFacts.None with { EmployerWords = [.. words.Where(word => word.Trim().Length > 0)] })
        {
            Surface = request.Surface!.Value,
            State = StateOf(request.State ?? facility?.Region ?? request.Facility?.State),
            On = today,
            Authorization = request.Authorization?.ToAuthorization(),
        };
        return new CheckResult.Checked(CheckAnswer.Of(guard.Check(draft), draft.Surface));
    }

    // "Colorado" is as good as CO; what is no state of ours stays as it is, and no state's rule asks for it.
    private static string? StateOf(string? text) => text is null ? null : UsStates.Find(text.Trim())?.Code ?? text;

    private async Task<Facility?> FacilityAsync(Guid staffId, Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.FacilitiesOfAsync(staffId, ct)).Find(facility => facility.Id == id);
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text is { Length: > 10 } ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
