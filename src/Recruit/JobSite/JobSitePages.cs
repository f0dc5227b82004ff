using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Recruit.JobSite;

/// <summary>The public pages: rendered on the server as a whole document, without a circuit, a cookie or a script.</summary>
public static class JobSitePages
{
    public static async Task<RazorComponentResult> ListAsync(HttpContext http, VacancyList list, CancellationToken ct)
    {
        var listing = await list.FindAsync(VacancySearch.From(http.Request.Query), ct);
        return Page<VacancyListDocument>(StatusCodes.Status200OK, (nameof(VacancyListDocument.Listing), listing));
    }

    public static async Task<RazorComponentResult> VacancyAsync(string slug, ShowVacancy show, CancellationToken ct) => await show.FindAsync(slug, ct) switch
    {
        ShownVacancy.Standing standing => Page<VacancyDocument>(StatusCodes.Status200OK, (nameof(VacancyDocument.Shown), standing)),
        ShownVacancy.Closed closed => Page<ClosedVacancyDocument>(StatusCodes.Status410Gone, (nameof(ClosedVacancyDocument.Shown), closed)),
        ShownVacancy.Unknown => NotFound(),
        _ => throw new UnreachableException(),
    };

    public static RazorComponentResult NotFound() => Page<NoSuchDocument>(StatusCodes.Status404NotFound);

    private static RazorComponentResult<T> Page<T>(int status, params (string Name, object? Value)[] parameters) where T : IComponent
        => new(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value)) { StatusCode = status };
}
