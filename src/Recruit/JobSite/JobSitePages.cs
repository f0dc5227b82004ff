using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Recruit.Pictures;
using Recruit.Vacancies;

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

    /// <summary>The picture that a network shows below a link. The page names it with a mark of its facts, so that it may be kept for a while.</summary>
    public static async Task<IResult> CardAsync(string slug, HttpContext http, ShowVacancy show, CardPainter painter, CancellationToken ct)
    {
        var shown = await show.FindAsync(slug, ct);
        if (shown is not ShownVacancy.Standing { Vacancy: var vacancy })
            return Results.StatusCode(shown is ShownVacancy.Closed ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);

        var card = vacancy.Card;
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Bytes(await painter.PaintAsync(card, ct), CardPainter.ContentType, entityTag: new EntityTagHeaderValue($"\"{card.Mark}\""));
    }

    public static RazorComponentResult NotFound() => Page<NoSuchDocument>(StatusCodes.Status404NotFound);

    private static RazorComponentResult<T> Page<T>(int status, params (string Name, object? Value)[] parameters) where T : IComponent
        => new(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value)) { StatusCode = status };
}
