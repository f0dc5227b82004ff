using Recruit.Facilities;
using Recruit.Pictures;

namespace Recruit.Vacancies;

public static class VacancyPicture
{
    private const string Remote = "Remote";

    extension(Vacancy vacancy)
    {
        /// <summary>What its card shows, in the colors of its hospital. Its facility must be loaded.</summary>
        public CardFacts Card => new(
            vacancy.Title,
            vacancy.Facility?.Name ?? "",
            vacancy.Remote ? Remote : string.Join(", ", new[] { vacancy.PlaceCity, vacancy.PlaceRegion }.Where(part => part.Length > 0)),
            vacancy.Pay.ToString(),
            vacancy.Shift,
            ColorContrast.ReadableOrDefault(vacancy.Facility?.Color ?? ""));
    }
}
