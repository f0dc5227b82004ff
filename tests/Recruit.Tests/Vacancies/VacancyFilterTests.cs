using Microsoft.EntityFrameworkCore;
using Recruit.Facilities;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Vacancies;

public sealed class VacancyFilterTests : IDisposable
{
    private readonly TestDb _db = new();

    public static TheoryData<VacancyFilter> Filters =>
    [
        new VacancyFilter(),
        new VacancyFilter("icu nights & more", VacancyState.Open, Guid.CreateVersion7(), "Critical care", VacancySort.ClosesOn, false, 3),
        new VacancyFilter(Sort: VacancySort.Title, Descending: false),
        new VacancyFilter(Sort: VacancySort.ChangedAt, Descending: false),
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_view_survives_the_way_through_the_address(VacancyFilter filter) => VacancyFilter.FromUrl("http://localhost" + filter.ToUrl()).ShouldBe(filter);

    [Fact]
    public void Nonsense_in_the_address_shows_the_plain_list()
        => VacancyFilter.FromUrl("http://localhost/admin/vacancies?state=hot&facility=7&sort=luck&page=minus").ShouldBe(new VacancyFilter());

    [Theory]
    [InlineData("REGISTERED icu", 1)]
    [InlineData("médecin", 1)]
    [InlineData("MÉDECIN", 1)]
    [InlineData("100%", 1)]
    [InlineData("_", 0)]
    [InlineData("icu surgeon", 0)]
    public async Task Every_word_is_found_in_any_case_and_wildcards_mean_themselves(string text, int count)
    {
        var facility = A.Facility();
        await _db.SaveAsync(A.Vacancy(facility), A.Vacancy(facility, vacancy => vacancy.Title = "Médecin 100%"));

        (await _db.ReadAsync(db => new VacancyFilter(text).Apply(db.Vacancies).CountAsync())).ShouldBe(count);
    }

    [Fact]
    public async Task State_facility_and_specialty_narrow_the_list()
    {
        var (lake, hill) = (A.Facility(), A.Facility("Hill Clinic"));
        await _db.SaveAsync(A.Vacancy(lake, state: VacancyState.Open), A.Vacancy(lake), A.Vacancy(hill, vacancy => vacancy.Specialty = "Imaging"));

        (await CountAsync(new VacancyFilter(State: VacancyState.Open))).ShouldBe(1);
        (await CountAsync(new VacancyFilter(FacilityId: lake.Id))).ShouldBe(2);
        (await CountAsync(new VacancyFilter(Specialty: "Imaging"))).ShouldBe(1);
        (await CountAsync(new VacancyFilter(State: VacancyState.Open, FacilityId: hill.Id))).ShouldBe(0);
    }

    [Theory]
    [InlineData(VacancySort.Title, false, "alpha,Beta,gamma")]
    [InlineData(VacancySort.Title, true, "gamma,Beta,alpha")]
    [InlineData(VacancySort.ClosesOn, false, "gamma,alpha,Beta")]
    [InlineData(VacancySort.ClosesOn, true, "alpha,gamma,Beta")]
    [InlineData(VacancySort.State, false, "Beta,alpha,gamma")]
    [InlineData(VacancySort.Facility, false, "gamma,alpha,Beta")]
    [InlineData(VacancySort.Specialty, false, "Beta,gamma,alpha")]
    [InlineData(VacancySort.ChangedAt, true, "gamma,Beta,alpha")]
    public async Task Each_column_sorts_the_same_on_both_databases(VacancySort sort, bool descending, string titles)
    {
        var (hill, lake) = (A.Facility("alpha Hill"), A.Facility("Lake"));
        await _db.SaveAsync(
            Row(lake, "alpha", "oncology", A.Today.AddDays(9), 1, VacancyState.Draft),
            Row(lake, "Beta", "Imaging", null, 2, VacancyState.Open),
            Row(hill, "gamma", "Laboratory", A.Today.AddDays(2), 3, VacancyState.Filled));

        var ordered = await _db.ReadAsync(db => new VacancyFilter(Sort: sort, Descending: descending).Order(db.Vacancies).Select(vacancy => vacancy.Title).ToListAsync());

        // Rows of one facility are equal there; only where its first row stands is told.
        (sort == VacancySort.Facility ? ordered[0] : string.Join(',', ordered)).ShouldBe(sort == VacancySort.Facility ? "gamma" : titles);
    }

    public void Dispose() => _db.Dispose();

    private Task<int> CountAsync(VacancyFilter filter) => _db.ReadAsync(db => filter.Apply(db.Vacancies).CountAsync());

    private static Vacancy Row(Facility facility, string title, string specialty, DateOnly? closes, int changedInHours, VacancyState state)
    {
        var vacancy = A.Vacancy(facility, row => (row.Title, row.Specialty, row.ClosesOn) = (title, specialty, closes), state);
        vacancy.ChangedAt = A.Now.AddHours(changedInHours);
        return vacancy;
    }
}
