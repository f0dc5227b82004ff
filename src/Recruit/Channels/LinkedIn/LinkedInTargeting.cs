using System.Globalization;
using System.Text.Json;

namespace Recruit.Channels.LinkedIn;

/// <summary>
/// Organic posts cannot be targeted by job title, so a title becomes job function, seniority and place:
/// https://learn.microsoft.com/linkedin/marketing/community-management/shares/share-targeting (read 2024-06).
/// </summary>
public sealed class LinkedInTargeting(LinkedInApi api)
{
    // The organic facets that say nothing about age, gender or origin. Whatever else a request names is refused here.
    private static readonly HashSet<string> Allowed = [LinkedInFacets.JobFunctions, LinkedInFacets.Seniorities, LinkedInFacets.Places, LinkedInFacets.Industries, LinkedInFacets.FieldsOfStudy];

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
        var functions = audience.Profile is { } profile ? Of(profile, LinkedInFacets.JobFunctions) : LinkedInFacets.FunctionsOf(audience.OccupationCode);
        if (functions.Count > 0)
        {
            facets.Add(new TargetingFacet(LinkedInFacets.JobFunctions, functions));
            var levels = Of(audience.Profile ?? [], LinkedInFacets.Seniorities);
            facets.Add(new TargetingFacet(LinkedInFacets.Seniorities, levels.Count > 0 ? levels : LinkedInFacets.SenioritiesOf(audience.Title)));
        }
        else if (audience.Profile is not null)
        {
            notes.Add("The target profile names no job function, so job function and seniority are left open.");
        }
        else
        {
            notes.Add(audience.OccupationCode.Length == 0
                ? "The opening has no occupation, so job function and seniority are left open."
                : $"LinkedIn has no job function for occupation {audience.OccupationCode}, so job function and seniority are left open.");
        }

        facets.AddRange((audience.Profile ?? []).Where(facet => facet.Kind is LinkedInFacets.Industries or LinkedInFacets.FieldsOfStudy && facet.Values.Count > 0));

        var places = await PlacesAsync(audience, account, ct);
        if (await SegmentAsync(account, ct) is not { } segment)
        {
            return Instead("LinkedIn did not tell how many followers would see a targeted post, so this one goes to everyone.", notes);
        }

        // From the narrowest place outward, until enough followers are left for LinkedIn to take the post.
        foreach (var place in places)
        {
            List<TargetingFacet> chosen = [.. facets, new TargetingFacet(LinkedInFacets.Places, [place])];
            if (!segment.IsEnough(chosen))
                continue;
            var estimate = Bound(segment.UpperBound(chosen));
            notes.Add(Note(audience, places, place, estimate));
            return new TargetingChoice(new Targeting(chosen) { Estimate = estimate }, Join(notes));
        }

        if (facets.Count > 0 && segment.IsEnough(facets))
        {
            notes.Add("No place leaves more than 300 followers, so the place is left open.");
            return new TargetingChoice(new Targeting(facets) { Estimate = Bound(segment.UpperBound(facets)) }, Join(notes));
        }

        return Instead("Fewer than 300 followers match, and LinkedIn refuses so small an audience, so this post goes to everyone.", notes);
    }

    private static TargetingChoice Instead(string reason, List<string> notes) => new(Targeting.InsteadOf(reason), Join([.. notes, reason]));

    private static IReadOnlyList<TargetingValue> Of(IReadOnlyList<TargetingFacet> profile, string kind) => profile.FirstOrDefault(facet => facet.Kind == kind)?.Values ?? [];

    private static string Join(List<string> notes) => string.Join(' ', notes);

    private static string Bound(long followers) => string.Create(CultureInfo.InvariantCulture, $"At most {followers:N0} followers match: an upper bound, from LinkedIn's counts of each facet.");

    private static string Note(Audience audience, List<TargetingValue> places, TargetingValue place, string estimate)
        => place == places[0] && place.Label.StartsWith(audience.City.Trim(), StringComparison.OrdinalIgnoreCase)
            ? estimate
            : $"Too few followers are known in {(audience.City.Length > 0 ? audience.City : "that place")}, so the post goes to {place.Label}. {estimate}";

    /// <summary>The city, its state and the country, as far as LinkedIn knows them.</summary>
    private async Task<List<TargetingValue>> PlacesAsync(Audience audience, AccountAccess account, CancellationToken ct)
    {
        var state = LinkedInStates.NameOf(audience.State);
        var city = audience.City.Trim();
        var places = new List<TargetingValue>();
        if (city.Length > 0 && await LookUpAsync(state.Length == 0 ? city : $"{city}, {state}", city, state, account, ct) is { } town)
            places.Add(town);
        if (state.Length > 0 && await LookUpAsync(state, state, "", account, ct) is { } region)
            places.Add(region);
        if (audience.Country.Length == 0 || audience.Country == "US")
            places.Add(LinkedInFacets.UnitedStates);
        return places;
    }

    private async Task<LinkedInSegment?> SegmentAsync(AccountAccess account, CancellationToken ct)
    {
        if (await api.FollowersAsync(account, ct) is not Answer size || size.Read<LinkedInNetworkSize>(LinkedInWire.Json)?.FirstDegreeSize is not { } followers)
            return null;
        if (await api.FollowerStatisticsAsync(account, ct) is not Answer answer)
            return null;
        using var statistics = answer.Read<JsonDocument>(LinkedInWire.Json);
        return statistics is { RootElement: { ValueKind: JsonValueKind.Object } root } ? LinkedInSegment.Read(root, followers) : null;
    }

    private async Task<TargetingValue?> LookUpAsync(string words, string start, string within, AccountAccess account, CancellationToken ct)
    {
        var reply = await api.PlacesAsync(words, account, ct);
        if (reply is not Answer answer || answer.Read<LinkedInPlaces>(LinkedInWire.Json)?.Elements is not { } elements)
            return null;

        // The best guess may be a namesake in another state, or a state's namesake city.
        var match = elements.FirstOrDefault(place => place is { Entity: not null, DisplayText: { } text }
            && (text + ",").StartsWith(start + ",", StringComparison.OrdinalIgnoreCase)
            && (within.Length == 0 || text.Contains(", " + within, StringComparison.OrdinalIgnoreCase)));
        return match is null ? null : new TargetingValue(match.Entity!, match.DisplayText!);
    }
}
