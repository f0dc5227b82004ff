using System.Security.Claims;
using Recruit.Api;
using Recruit.Channels;
using Recruit.Staff;

namespace Recruit.Audiences;

/// <param name="Version">0 while it is the shipped one.</param>
public sealed record ProfileAnswer(
    string Network, string Family, string Name, int Version, DateTimeOffset? SavedAt, string? SavedBy, IReadOnlyList<TargetingFacet> Facets);

/// <param name="Choices">What a profile of the network may hold.</param>
public sealed record TargetingAnswer(string Network, NoticeAnswer Notice, IReadOnlyList<FacetList> Choices);

/// <param name="Accepted">Whether you have accepted this version of it.</param>
public sealed record NoticeAnswer(string Version, string Text, Uri Url, bool Accepted);

public sealed record ProfilesAnswer(IReadOnlyList<ProfileAnswer> Profiles, IReadOnlyList<TargetingAnswer> Networks);

/// <param name="Version">The version that you edited; left out: whatever stands there.</param>
public sealed record ProfileRequest(IReadOnlyList<FacetRequest?>? Facets, int? Version);

/// <param name="Kind">jobFunctions, seniorities, industries or fieldsOfStudy.</param>
public sealed record FacetRequest(string? Kind, IReadOnlyList<FacetValueRequest?>? Values);

/// <param name="Id">"urn:li:function:11".</param>
/// <param name="Label">Needed only for what stands in no list.</param>
public sealed record FacetValueRequest(string? Id, string? Label);

/// <param name="Version">Of the notice that you have read.</param>
public sealed record NoticeRequest(string? Version);

/// <summary>Target profiles for programs: the same rules as on the page.</summary>
public static class ProfileEndpoints
{
    public static void MapProfileApi(this RouteGroupBuilder api)
    {
        var targeting = api.MapGroup("/targeting").WithTags("Targeting");
        targeting.MapGet("/profiles", ListAsync).WithSummary("The target profile of each job family, what a profile may hold, and the notice to accept before editing").Produces<ProfilesAnswer>();
        targeting.MapGet("/profiles/{network}/{family}/versions", HistoryAsync).WithSummary("The saved versions of one profile, newest first")
            .Produces<IReadOnlyList<ProfileAnswer>>().ProducesProblem(StatusCodes.Status404NotFound);
        targeting.MapPut("/profiles/{network}/{family}", SaveAsync).WithSummary("Saves a new version, which posts that are planned from now on use")
            .Produces<ProfileAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        targeting.MapPost("/notices/{network}", AcceptAsync).WithSummary("Accepts the network's notice on discrimination, for the key's person")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, TargetProfiles profiles, CancellationToken ct)
    {
        var networks = new List<TargetingAnswer>();
        foreach (var network in profiles.Networks)
        {
            var targets = (ITargetsAudiences)network;
            networks.Add(new TargetingAnswer(network.Key.Value,
                new NoticeAnswer(targets.Notice.Version, targets.Notice.Text, targets.Notice.Url, await profiles.HasAcceptedAsync(user.StaffId(), network, ct)), targets.ProfileFacets));
        }

        var current = await profiles.ListAsync(ct);
        return Results.Ok(new ProfilesAnswer(
            [.. current.Select(one => new ProfileAnswer(one.Network.Key.Value, one.Family.Key, one.Family.Name, one.Version, one.Saved?.SavedAt, one.Saved?.SavedByName, one.Facets))], networks));
    }

    private static async Task<IResult> HistoryAsync(string network, string family, TargetProfiles profiles, CancellationToken ct)
        => Find(profiles, network) is { } channel && JobFamily.Find(family) is { } known
            ? Results.Ok((await profiles.HistoryAsync(channel.Key, known.Key, ct)).Select(row => Of(row, known)).ToList())
            : NoSuch;

    private static async Task<IResult> SaveAsync(
        string network, string family, Body<ProfileRequest> body, ClaimsPrincipal user, TargetProfiles profiles, CancellationToken ct)
    {
        if (Find(profiles, network) is not { } channel || JobFamily.Find(family) is not { } known)
            return NoSuch;
        if (body.Value.Facets is not { } asked)
            return ApiProblems.Incomplete("facets", "Send the facets of the profile; an empty list leaves everything open.");

        List<TargetingFacet> facets = [.. asked.Select(facet => new TargetingFacet(facet?.Kind ?? "",
            [.. (facet?.Values ?? []).Select(value => new TargetingValue(value?.Id ?? "", value?.Label ?? ""))]))];
        return await profiles.SaveAsync(user.StaffId(), channel, known, facets, body.Value.Version, ct) switch
        {
            SaveProfileResult.Saved saved => Results.Ok(Of(saved.Profile, known)),
            SaveProfileResult.Refused refused => ApiProblems.Incomplete("facets", refused.Sentence),
            SaveProfileResult.NotNow later => ApiProblems.Conflict(later.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<IResult> AcceptAsync(string network, Body<NoticeRequest> body, ClaimsPrincipal user, TargetProfiles profiles, CancellationToken ct)
    {
        if (Find(profiles, network) is not { } channel)
            return NoSuch;
        if (body.Value.Version != ((ITargetsAudiences)channel).Notice.Version)
            return ApiProblems.Incomplete("version", "Read the notice as it stands now, and send its version.");

        await profiles.AcceptAsync(user.StaffId(), channel, ct);
        return Results.NoContent();
    }

    private static IChannel? Find(TargetProfiles profiles, string network) => profiles.Networks.FirstOrDefault(channel => channel.Key.Value == network);

    private static ProfileAnswer Of(TargetProfile row, JobFamily family)
        => new(row.Channel.Value, family.Key, family.Name, row.Version, row.SavedAt, row.SavedByName, row.Facets);

    private static IResult NoSuch => ApiProblems.NotFound("There is no such profile. GET /api/v1/targeting/profiles lists the networks and job families.");
}
