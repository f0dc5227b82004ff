using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Recruit.Api;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Facilities;

/// <summary>A facility as programs write it. What is left out is empty; the legal texts may wait until a vacancy opens.</summary>
public sealed record FacilityRequest(
    string? Name, string? ShortName, string? Street, string? City, string? Region, string? PostalCode, string? Country, string? TimeZone, string? Phone, string? Email, string? Website,
    string? EeoText, string? AccommodationText, string? AccommodationContact, string? Color);

public sealed record FacilityAnswer(
    Guid Id, string Name, string ShortName, string Street, string City, string Region, string PostalCode, string Country, string TimeZone, string Phone, string Email, string Website,
    string EeoText, string AccommodationText, string AccommodationContact, string Color)
{
    public static FacilityAnswer Of(Facility facility) => new(
        facility.Id, facility.Name, facility.ShortName, facility.Street, facility.City, facility.Region, facility.PostalCode, facility.Country, facility.TimeZone,
        facility.Phone, facility.Email, facility.Website, facility.EeoText, facility.AccommodationText, facility.AccommodationContact, facility.Color);
}

public static class FacilityEndpoints
{
    public static void MapFacilityApi(this RouteGroupBuilder api)
    {
        var facilities = api.MapGroup("/facilities").WithTags("Facilities");
        facilities.MapGet("", ListAsync).WithSummary("The facilities that you work for");
        facilities.MapPost("", CreateAsync).WithSummary("Adds a facility; one with the same name is answered as it stands")
            .Produces<FacilityAnswer>(StatusCodes.Status201Created).Produces<FacilityAnswer>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        facilities.MapPut("/{id:guid}", UpdateAsync).WithSummary("Changes a facility: what the body leaves out becomes empty")
            .Produces<FacilityAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IEnumerable<FacilityAnswer>> ListAsync(ClaimsPrincipal user, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.FacilitiesOfAsync(user.StaffId(), ct)).Select(FacilityAnswer.Of);
    }

    private static async Task<IResult> CreateAsync(Body<FacilityRequest> body, ClaimsPrincipal user, SaveFacility save, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = (await db.FacilitiesOfAsync(user.StaffId(), ct)).Find(facility => string.Equals(facility.Name, body.Value.Name?.Trim(), StringComparison.OrdinalIgnoreCase));
        if (known is not null)
            return Results.Ok(FacilityAnswer.Of(known));

        return await SaveAsync(new Facility(), body.Value, user.StaffId(), save, facility => Results.Created((string?)null, FacilityAnswer.Of(facility)), ct);
    }

    private static async Task<IResult> UpdateAsync(Guid id, Body<FacilityRequest> body, ClaimsPrincipal user, SaveFacility save, IDbContextFactory<RecruitDb> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.FacilitiesOfAsync(user.StaffId(), ct)).Find(facility => facility.Id == id) is { } stored
            ? await SaveAsync(new Facility { Id = stored.Id, Version = stored.Version }, body.Value, user.StaffId(), save, facility => Results.Ok(FacilityAnswer.Of(facility)), ct)
            : ApiProblems.NotFound("You work for no facility with this id. GET /api/v1/facilities lists yours.");
    }

    private static async Task<IResult> SaveAsync(Facility facility, FacilityRequest request, Guid staffId, SaveFacility save, Func<Facility, IResult> saved, CancellationToken ct)
    {
        Fill(facility, request);
        return await save.RunAsync(staffId, facility, ct) switch
        {
            SaveFacilityResult.Incomplete incomplete => ApiProblems.Incomplete(incomplete.Problems.Select(problem => (problem.Field, problem.Sentence))),
            SaveFacilityResult.Overtaken overtaken => ApiProblems.Conflict(overtaken.Sentence),
            _ => saved(facility),
        };
    }

    private static void Fill(Facility facility, FacilityRequest request)
    {
        (facility.Name, facility.ShortName) = (request.Name ?? "", request.ShortName ?? "");
        (facility.Street, facility.City, facility.Region, facility.PostalCode) = (request.Street ?? "", request.City ?? "", request.Region ?? "", request.PostalCode ?? "");
        (facility.Phone, facility.Email, facility.Website) = (request.Phone ?? "", request.Email ?? "", request.Website ?? "");
        (facility.EeoText, facility.AccommodationText, facility.AccommodationContact) = (request.EeoText ?? "", request.AccommodationText ?? "", request.AccommodationContact ?? "");
        (facility.Country, facility.TimeZone, facility.Color) = (request.Country ?? facility.Country, request.TimeZone ?? facility.TimeZone, request.Color ?? facility.Color);
    }
}

public static class FacilityLookup
{
    extension(RecruitDb db)
    {
        /// <summary>The facilities that a person works for, by name.</summary>
        public async Task<List<Facility>> FacilitiesOfAsync(Guid staffId, CancellationToken ct = default)
        {
            var scope = await db.ScopeOfAsync(staffId, ct);
            return await db.Facilities.AsNoTracking().Where(facility => scope.FacilityIds.Count == 0 || scope.FacilityIds.Contains(facility.Id))
                .OrderBy(facility => facility.Name).ToListAsync(ct);
        }
    }

    /// <summary>By its id or its name. Compared in memory: the databases fold letters differently, and there are few facilities.</summary>
    public static Facility? Named(this IEnumerable<Facility> facilities, string idOrName) => Guid.TryParse(idOrName, out var id)
        ? facilities.FirstOrDefault(facility => facility.Id == id)
        : facilities.FirstOrDefault(facility => string.Equals(facility.Name, idOrName.Trim(), StringComparison.OrdinalIgnoreCase));
}
