using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Recruit.Accounts;
using Recruit.Audiences;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Broadcasts;

/// <param name="Notes">What the person should know, for example that an audience could not be narrowed to a place.</param>
public sealed record BroadcastPreview(Vacancy Vacancy, IReadOnlyList<Account> Accounts, IReadOnlyList<ComposedCopy> Copies, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes)
{
    public bool MayGo => Problems.Count == 0 && Copies.All(copy => copy.MayGo);
}

/// <summary>One copy as the person saw it, perhaps with their own words.</summary>
/// <param name="MayGoToEveryone">Where it cannot be targeted it goes to everyone, and the approver reads why. On the page a person says so.</param>
public sealed record ChosenCopy(PlannedPost Post, string LinkCode, Targeting Targeting, string? EditedText, bool MayGoToEveryone = false);

/// <summary>What came of submitting: a closed set.</summary>
public abstract record BroadcastResult
{
    public sealed record Submitted(Guid BroadcastId, IReadOnlyList<Guid> DeliveryIds) : BroadcastResult;

    public sealed record Refused(IReadOnlyList<string> Reasons) : BroadcastResult;
}

/// <summary>Turns a person's choice of accounts and moments into deliveries that wait for approval.</summary>
public sealed class PlanBroadcast(
    IDbContextFactory<RecruitDb> databases,
    ComposeCopy compose,
    ChannelCatalog channels,
    TargetProfiles profiles,
    TokenVault vault,
    IMemoryCache audiences,
    TimeProvider clock)
{
    /// <summary>A preview is made at every keystroke's pause; the network is not asked again for each.</summary>
    private static readonly TimeSpan AudienceLife = TimeSpan.FromMinutes(10);

    /// <summary>What would be submitted. Stores nothing; the link codes shown here are the ones that submitting keeps.</summary>
    /// <param name="codes">Codes of an earlier preview, by place in the plan: a person may have written words around them.</param>
    public async Task<BroadcastPreview> PreviewAsync(
        Guid vacancyId, IReadOnlyList<Guid> accountIds, BroadcastChoices choices, Func<PlannedPost, string>? codes = null,
        Dictionary<Guid, TargetingChoice>? audiences = null, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var vacancy = await db.Vacancies.AsNoTracking().Include(row => row.Facility).SingleAsync(row => row.Id == vacancyId, ct);
        var found = await db.Accounts.AsNoTracking().Where(account => accountIds.Contains(account.Id)).ToDictionaryAsync(account => account.Id, ct);
        var accounts = accountIds.Where(found.ContainsKey).Select(id => found[id]).ToList();
        var wished = BroadcastPlan.Of(vacancy, [.. accounts.Select(account => account.Id)], choices, clock.GetUtcNow());
        var earlier = await db.PlannedDeliveries.Where(planned => planned.Broadcast!.VacancyId == vacancyId)
            .GroupBy(planned => new { planned.Delivery!.AccountId, planned.Moment })
            .Select(group => new { group.Key.AccountId, group.Key.Moment, Count = group.Count() })
            .ToDictionaryAsync(one => (one.AccountId, one.Moment), one => one.Count, ct);
        var (plan, moved) = wished.InTurn(earlier).Within(vacancy, found, await PostingTimes.ReadAsync(db, accounts, clock.GetUtcNow(), ct), clock.GetUtcNow());

        var targets = audiences ?? [];
        foreach (var account in accounts.Where(account => !targets.ContainsKey(account.Id)))
            targets[account.Id] = await TargetAsync(vacancy, account, ct);

        var said = await RepeatedWords.ReadAsync(db, accounts, clock.GetUtcNow(), ct);
        var copies = plan.Posts
            .Select(post => said.Check(found[post.AccountId], vacancyId, compose.Compose(new Subject.One(vacancy), accounts.Single(account => account.Id == post.AccountId), post,
                codes?.Invoke(post) ?? LinkCode.Mint(), targets[post.AccountId].Targeting)))
            .ToList();
        return new BroadcastPreview(vacancy, accounts, copies, plan.Problems, [.. accounts.Select(account => targets[account.Id].Note).Where(note => note.Length > 0).Concat(moved).Distinct()]);
    }

    /// <param name="mark">Of the request that asks for it, when a program does.</param>
    /// <exception cref="DbUpdateException">The database refused it; perhaps another request with the same mark came first.</exception>
    public async Task<BroadcastResult> RunAsync(
        Guid vacancyId, IReadOnlyList<ChosenCopy> chosen, LatePolicy latePolicy, Guid staffId, RequestMark? mark = null, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var vacancy = await db.Vacancies.Include(row => row.Facility).SingleAsync(row => row.Id == vacancyId, ct);
        var actor = await db.DemandAsync(staffId, Permission.SubmitBroadcasts, vacancy.FacilityId, ct);
        var accountIds = chosen.Select(copy => copy.Post.AccountId).Distinct().ToList();
        var accounts = await db.Accounts.Where(account => accountIds.Contains(account.Id)).ToDictionaryAsync(account => account.Id, ct);

        var said = await RepeatedWords.ReadAsync(db, accounts.Values, now, ct);
        var copies = chosen.Select(copy => said.Check(accounts[copy.Post.AccountId], vacancyId,
            compose.Compose(new Subject.One(vacancy), accounts[copy.Post.AccountId], copy.Post, copy.LinkCode, copy.Targeting, copy.EditedText))).ToList();
        if (Refusals(vacancy, copies, accounts, now).Concat(Unchosen(chosen, accounts)).ToList() is { Count: > 0 } refusals)
            return new BroadcastResult.Refused(refusals);

        var broadcast = new Broadcast
        {
            FacilityId = vacancy.FacilityId,
            VacancyId = vacancy.Id,
            SubmittedBy = staffId,
            SubmittedByName = actor.Name,
            SubmittedAt = now,
            RequestKey = mark?.Key,
            RequestHash = mark?.BodyHash,
        };
        foreach (var copy in copies)
            broadcast.Planned.Add(Planned(vacancy, copy, latePolicy, staffId, now));

        db.Broadcasts.Add(broadcast);
        db.Audit(actor, Acts.BroadcastSubmitted, broadcast.Id, now, vacancy.FacilityId, $"{copies.Count} deliveries for {vacancy.RequisitionId}");
        await db.NotifyAsync(BroadcastNotices.Waits(broadcast, vacancy.Title, now), ct);
        await db.SaveChangesAsync(ct);
        return new BroadcastResult.Submitted(broadcast.Id, [.. broadcast.Planned.Select(planned => planned.DeliveryId)]);
    }

    private static IEnumerable<string> Refusals(Vacancy vacancy, List<ComposedCopy> copies, Dictionary<Guid, Account> accounts, DateTimeOffset now)
    {
        if (vacancy.State != VacancyState.Open)
            yield return "Open the vacancy first: only an open vacancy is broadcast.";
        if (copies.Count == 0)
            yield return "Choose at least one account and one moment.";

        foreach (var copy in copies)
        {
            var what = $"{copy.Post.Moment.Words()} on {accounts[copy.Post.AccountId].Handle}";
            if (copy.Failure is not null)
                yield return $"{what}: {copy.Failure}";
            if (copy.Repeats is not null)
                yield return $"{what}: {copy.Repeats}";
            if (copy.Post.DueAt <= now)
                yield return $"{what}: its time has passed. Choose a later one.";
            foreach (var finding in copy.Verdict.Findings.Where(finding => finding.Severity != Compliance.Severity.Advice))
                yield return $"{what}: {finding.Reason} {finding.Advice}";
        }
    }

    private static IEnumerable<string> Unchosen(IReadOnlyList<ChosenCopy> chosen, Dictionary<Guid, Account> accounts)
        => chosen.Where(copy => copy is { Targeting.Fallback: not null, MayGoToEveryone: false })
            .Select(copy => $"{accounts[copy.Post.AccountId].Handle}: {copy.Targeting.Fallback} Say that it may go to everyone, or leave the account out.").Distinct();

    private static PlannedDelivery Planned(Vacancy vacancy, ComposedCopy copy, LatePolicy latePolicy, Guid staffId, DateTimeOffset now)
    {
        var delivery = new Delivery
        {
            FacilityId = vacancy.FacilityId,
            AccountId = copy.Post.AccountId,
            CreatedAt = now,
            Label = new Subject.One(vacancy).Label(copy.Post.Moment),
            Content = copy.Content,
            LinkCode = copy.LinkCode,
            Facts = copy.Facts,
            Writers = [staffId],
            AwaitsRelease = copy.Post.AwaitsRelease,
            NotAfter = copy.Post.AwaitsRelease ? null : vacancy.ClosesAt,
            LatePolicy = latePolicy,
        };
        delivery.Plan(copy.Post.DueAt);
        return new PlannedDelivery
        {
            DeliveryId = delivery.Id,
            Delivery = delivery,
            Moment = copy.Post.Moment,
            RenderedFor = copy.Post.RenderedFor,
            RenderedText = copy.RenderedText,
        };
    }

    private async Task<TargetingChoice> TargetAsync(Vacancy vacancy, Account account, CancellationToken ct)
    {
        if (channels[account.Channel] is not ITargetsAudiences targets)
            return new TargetingChoice(Targeting.Everyone, "");
        var (mark, facets) = await profiles.ForAsync(account.Channel, vacancy.OccupationCode, ct);
        var choice = await AskAsync(targets, vacancy, account, mark, facets, ct);
        return choice with { Targeting = choice.Targeting with { Profile = mark } };
    }

    private async Task<TargetingChoice> AskAsync(
        ITargetsAudiences targets, Vacancy vacancy, Account account, ProfileMark? mark, IReadOnlyList<TargetingFacet>? facets, CancellationToken ct)
    {
        if (vault.Open(account) is not { } access)
        {
            var reason = $"{account.Handle} is signed out, so its audience could not be looked up and the post goes to everyone.";
            return new TargetingChoice(Targeting.InsteadOf(reason), reason);
        }

        var audience = new Audience(vacancy.OccupationCode, vacancy.Title, vacancy.PlaceCity, vacancy.PlaceRegion, vacancy.PlaceCountry);
        var key = (account.Id, audience, mark);
        if (audiences.TryGetValue(key, out TargetingChoice? known))
            return known!;

        var choice = await targets.TargetAsync(audience with { Profile = facets }, access, ct);
        // "Everyone" may only mean that the network could not be asked just now.
        if (!choice.Targeting.IsEveryone)
            audiences.Set(key, choice, AudienceLife);
        return choice;
    }
}
