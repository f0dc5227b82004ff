namespace Recruit.Channels.LinkedIn;

/// <summary>
/// Organic posts cannot be targeted by job title, so a title becomes job function, seniority and place:
/// https://learn.microsoft.com/linkedin/marketing/community-management/shares/share-targeting (read 2024-06).
/// </summary>
public sealed class LinkedInTargeting(LinkedInApi api)
{
    // The organic facets that say nothing about age, gender or origin. Whatever else a request names is refused here.
    private static readonly HashSet<string> Allowed = [LinkedInFacets.JobFunctions, LinkedInFacets.Seniorities, LinkedInFacets.Places, "industries"];

    /// <summary>A sentence when a facet may not be used for jobs, else null.</summary>
    public static string? Objection(Targeting targeting) => targeting.Facets.FirstOrDefault(facet => !Allowed.Contains(facet.Kind)) is { } facet
        ? $"Job openings are not targeted by \"{facet.Kind}\". Remove it from the audience."
        : null;

    public static IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> EntitiesOf(Targeting targeting) => targeting.IsEveryone
        ? []
        : [targeting.Facets.ToDictionary(facet => facet.Kind, facet => (IReadOnlyList<string>)[.. facet.Values.Select(value => value.Id)])];

    public async Task<TargetingChoice> ChooseAsync(Audience audience, AccountAccess account, CancellationToken ct)
    {
        var facets = new List<TargetingFacet>();
        var notes = new List<string>();

        // Seniority alone would reach every senior of every trade.
        var functions = LinkedInFacets.FunctionsOf(audience.OccupationCode);
        if (functions.Count > 0)
        {
            facets.Add(new TargetingFacet(LinkedInFacets.JobFunctions, functions));
            facets.Add(new TargetingFacet(LinkedInFacets.Seniorities, LinkedInFacets.SenioritiesOf(audience.Title)));
        }
        else
        {
            notes.Add(audience.OccupationCode.Length == 0
                ? "The opening has no occupation, so job function and seniority are left open."
                : $"LinkedIn has no job function for occupation {audience.OccupationCode}, so job function and seniority are left open.");
        }

        var (place, note) = await PlaceAsync(audience, account, ct);
        if (place is not null)
            facets.Add(new TargetingFacet(LinkedInFacets.Places, [place]));
        if (note.Length > 0)
            notes.Add(note);

        return new TargetingChoice(facets.Count == 0 ? Targeting.Everyone : new Targeting(facets), string.Join(' ', notes));
    }

    private async Task<(TargetingValue? Place, string Note)> PlaceAsync(Audience audience, AccountAccess account, CancellationToken ct)
    {
        var state = LinkedInStates.NameOf(audience.State);
        var city = audience.City.Trim();
        if (state.Length == 0 && city.Length == 0)
            return (null, "The opening has no place, so the place is left open.");

        if (city.Length > 0)
        {
            var (place, failure) = await LookUpAsync(state.Length == 0 ? city : $"{city}, {state}", city, state, account, ct);
            if (place is not null || failure is not null)
                return (place, failure ?? "");
        }

        if (state.Length > 0)
        {
            var (place, failure) = await LookUpAsync(state, state, "", account, ct);
            if (place is not null)
                return (place, city.Length == 0 ? "" : $"LinkedIn does not know {city}, so the post goes to all of {place.Label}.");
            if (failure is not null)
                return (null, failure);
        }

        return (null, $"LinkedIn does not know {string.Join(", ", new[] { city, state }.Where(part => part.Length > 0))}, so the place is left open.");
    }

    private async Task<(TargetingValue? Place, string? Failure)> LookUpAsync(string words, string start, string within, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.PlacesAsync(words, account, ct);
        if (reply is not Answer answer || answer.Read<LinkedInPlaces>(LinkedInWire.Json)?.Elements is not { } elements)
            return (null, "LinkedIn did not tell its places, so the place is left open.");

        // The best guess may be a namesake in another state, or a state's namesake city.
        var match = elements.FirstOrDefault(place => place is { Entity: not null, DisplayText: { } text }
            && (text + ",").StartsWith(start + ",", StringComparison.OrdinalIgnoreCase)
            && (within.Length == 0 || text.Contains(", " + within, StringComparison.OrdinalIgnoreCase)));
        return (match is null ? null : new TargetingValue(match.Entity!, match.DisplayText!), null);
    }
}
