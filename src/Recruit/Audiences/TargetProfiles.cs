using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Channels;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Audiences;

/// <summary>A profile as it holds now.</summary>
/// <param name="Saved">Null while it is the shipped one.</param>
public sealed record CurrentProfile(IChannel Network, JobFamily Family, IReadOnlyList<TargetingFacet> Facets, TargetProfile? Saved)
{
    public int Version => Saved?.Version ?? 0;
}

/// <summary>What came of saving a profile: a closed set.</summary>
public abstract record SaveProfileResult
{
    public sealed record Saved(TargetProfile Profile) : SaveProfileResult;

    /// <param name="Sentence">What to do about it.</param>
    public sealed record Refused(string Sentence) : SaveProfileResult;

    /// <summary>Somebody else was first, or the notice was not accepted yet.</summary>
    public sealed record NotNow(string Sentence) : SaveProfileResult;
}

/// <summary>Reads and edits the profiles by which posts are targeted.</summary>
public sealed class TargetProfiles(IDbContextFactory<RecruitDb> contexts, ChannelCatalog channels, TimeProvider clock)
{
    private const string Outrun = "Somebody saved another version meanwhile. Look at it and save again.";

    public IEnumerable<IChannel> Networks => channels.All.Where(channel => channel is ITargetsAudiences);

    public async Task<IReadOnlyList<CurrentProfile>> ListAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var newest = (await db.TargetProfiles.AsNoTracking().ToListAsync(ct))
            .GroupBy(row => (row.Channel, row.Family)).ToDictionary(group => group.Key, group => group.MaxBy(row => row.Version));
        return [.. from network in Networks from family in JobFamily.All select Current(network, family, newest.GetValueOrDefault((network.Key, family.Key)))];
    }

    /// <summary>All saved versions, newest first.</summary>
    public async Task<IReadOnlyList<TargetProfile>> HistoryAsync(ChannelKey network, string family, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.TargetProfiles.AsNoTracking().Where(row => row.Channel == network && row.Family == family).OrderByDescending(row => row.Version).ToListAsync(ct);
    }

    /// <summary>With what a post about this occupation is planned. No facets: what the channel ships; no mark: the occupation belongs to no family.</summary>
    public async Task<(ProfileMark? Mark, IReadOnlyList<TargetingFacet>? Facets)> ForAsync(ChannelKey network, string occupationCode, CancellationToken ct = default)
    {
        if (JobFamily.Of(occupationCode) is not { } family)
            return (null, null);

        var saved = await HistoryAsync(network, family.Key, ct) is [var newest, ..] ? newest : null;
        return (new ProfileMark(family.Key, family.Name, saved?.Version ?? 0), saved?.Facets);
    }

    public async Task<bool> HasAcceptedAsync(Guid staffId, IChannel network, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await HasAcceptedAsync(db, staffId, network, ct);
    }

    /// <summary>Logs that the person has read the notice. Asked once for each version of its text; a second time changes nothing.</summary>
    /// <exception cref="NotAllowedException">They may not edit profiles.</exception>
    public async Task AcceptAsync(Guid staffId, IChannel network, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var actor = await db.DemandAsync(staffId, Permission.EditTargeting, ct: ct);
        if (await HasAcceptedAsync(db, staffId, network, ct))
            return;

        var version = ((ITargetsAudiences)network).Notice.Version;
        var row = new NoticeAcceptance { StaffId = staffId, Channel = network.Key, NoticeVersion = version, At = clock.GetUtcNow() };
        db.NoticeAcceptances.Add(row);
        db.Audit(actor, Acts.NoticeAccepted, row.Id, row.At, note: $"{network.Name}, notice of {version}");
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Accepted twice at once: once is enough. Anything else still counts as not accepted.
            if (!await HasAcceptedAsync(staffId, network, ct))
                throw;
        }
    }

    /// <param name="seen">The version that the person looked at; null: whatever stands there.</param>
    /// <exception cref="NotAllowedException">They may not edit profiles.</exception>
    public async Task<SaveProfileResult> SaveAsync(
        Guid staffId, IChannel network, JobFamily family, IReadOnlyList<TargetingFacet> facets, int? seen, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var actor = await db.DemandAsync(staffId, Permission.EditTargeting, ct: ct);
        if (ProfileRules.Check((ITargetsAudiences)network, facets, out var checkedFacets) is { } objection)
            return new SaveProfileResult.Refused(objection);
        if (!await HasAcceptedAsync(db, staffId, network, ct))
            return new SaveProfileResult.NotNow($"Read and accept {network.Name}'s notice on discrimination first: {((ITargetsAudiences)network).Notice.Text}");

        var newest = await db.TargetProfiles.Where(row => row.Channel == network.Key && row.Family == family.Key).MaxAsync(row => (int?)row.Version, ct) ?? 0;
        if (seen is { } version && version != newest)
            return new SaveProfileResult.NotNow(Outrun);

        var profile = new TargetProfile
        {
            Channel = network.Key,
            Family = family.Key,
            Version = newest + 1,
            Facets = checkedFacets,
            SavedAt = clock.GetUtcNow(),
            SavedBy = staffId,
            SavedByName = actor.Name,
        };
        db.TargetProfiles.Add(profile);
        db.Audit(actor, Acts.TargetingChanged, profile.Id, profile.SavedAt, note: $"{network.Name}, {family.Name}, version {profile.Version}");
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The unique version is what two savers meet at; a database that is down throws at the next question.
            if (await HistoryAsync(network.Key, family.Key, ct) is not [var now, ..] || now.Version <= newest)
                throw;
            return new SaveProfileResult.NotNow(Outrun);
        }

        return new SaveProfileResult.Saved(profile);
    }

    private static CurrentProfile Current(IChannel network, JobFamily family, TargetProfile? saved)
        => new(network, family, saved?.Facets ?? ((ITargetsAudiences)network).ShippedProfile(family.SocStarts[0]), saved);

    private static Task<bool> HasAcceptedAsync(RecruitDb db, Guid staffId, IChannel network, CancellationToken ct)
    {
        var version = ((ITargetsAudiences)network).Notice.Version;
        return db.NoticeAcceptances.AnyAsync(row => row.StaffId == staffId && row.Channel == network.Key && row.NoticeVersion == version, ct);
    }
}
