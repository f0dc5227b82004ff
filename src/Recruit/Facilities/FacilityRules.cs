using System.Globalization;
using System.Net.Mail;

namespace Recruit.Facilities;

/// <param name="Field">Name of the property it is about.</param>
/// <param name="Sentence">What to do about it.</param>
public sealed record FacilityProblem(string Field, string Sentence);

/// <summary>What a facility must hold to be saved. The legal texts may wait: opening a vacancy asks for them.</summary>
public static class FacilityRules
{
    public static IReadOnlyList<FacilityProblem> ProblemsToSave(Facility facility) => [.. Problems(facility)];

    private static IEnumerable<FacilityProblem> Problems(Facility facility)
    {
        if (facility.Name.Trim().Length == 0)
            yield return new(nameof(Facility.Name), "Enter the name that applicants know.");
        else if (facility.Name.Length > 200)
            yield return new(nameof(Facility.Name), "Shorten the name to 200 characters.");

        if (facility.ShortName.Length > 40)
            yield return new(nameof(Facility.ShortName), "Shorten it to 40 characters: it stands in narrow lists.");

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(facility.TimeZone, out _))
            yield return new(nameof(Facility.TimeZone), "Choose a time zone from the list, for example America/Chicago.");

        if (facility.Country.Length != 2 || !facility.Country.All(char.IsAsciiLetterUpper))
            yield return new(nameof(Facility.Country), "Enter the two-letter country code, for example US.");

        if (facility.Country == "US" && facility.Region.Length > 0 && UsStates.Find(facility.Region)?.Code != facility.Region)
            yield return new(nameof(Facility.Region), "Enter the two-letter state code, for example OH.");

        if (facility.Email.Length > 0 && !MailAddress.TryCreate(facility.Email, out _))
            yield return new(nameof(Facility.Email), "Enter a mail address like jobs@example.org, or leave it empty.");

        if (facility.Website.Length > 0 && !(Uri.TryCreate(facility.Website, UriKind.Absolute, out var site) && site.Scheme == Uri.UriSchemeHttps))
            yield return new(nameof(Facility.Website), "Enter an address that starts with https://, or leave it empty.");

        if (ColorContrast.AgainstWhite(facility.Color) is not { } ratio)
            yield return new(nameof(Facility.Color), "Enter the color as #rrggbb, for example #0b5d6b.");
        else if (ratio < ColorContrast.Least)
            yield return new(nameof(Facility.Color), string.Create(CultureInfo.InvariantCulture, $"Choose a darker color: its contrast to white is {Math.Floor(ratio * 10) / 10:0.0} and must be at least 4.5."));
    }
}
