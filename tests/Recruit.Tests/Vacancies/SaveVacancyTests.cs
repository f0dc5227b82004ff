using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Recruit.Audit;
using Recruit.Facilities;
using Recruit.Staff;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Vacancies;

public sealed class SaveVacancyTests : IDisposable
{
    private readonly TestDb _db = new();
    private readonly Facility _facility = A.Facility();
    private readonly StaffMember _editor = StaffMember.Create("hana@hospital.example", "Hana", StaffRoles.Hr);

    [Fact]
    public async Task A_new_vacancy_is_stored_with_its_address_its_author_and_a_trail()
    {
        var draft = await NewAsync(vacancy => (vacancy.Title, vacancy.RequisitionId) = ("  RN, ICU ", " R-7 "));

        var saved = (await SaveAsync(draft)).ShouldBeOfType<SaveVacancyResult.Saved>();

        var stored = await StoredAsync(saved.VacancyId);
        (stored.Title, stored.RequisitionId, stored.Slug, stored.CreatedBy).ShouldBe(("RN, ICU", "R-7", "rn-icu-duluth-mn-r-7", _editor.Id));
        (await ActsAsync()).ShouldBe([Acts.VacancyCreated]);
    }

    [Fact]
    public async Task A_change_says_which_facts_are_new_and_keeps_the_address()
    {
        var saved = (SaveVacancyResult.Saved)await SaveAsync(await NewAsync());
        var edited = await StoredAsync(saved.VacancyId);
        edited.Title = "Registered Nurse, Step-down";
        edited.Pay = edited.Pay with { Max = 60 };

        var again = (await SaveAsync(edited)).ShouldBeOfType<SaveVacancyResult.Saved>();

        again.Changed.ShouldBe(["title", "pay"]);
        (await StoredAsync(saved.VacancyId)).Slug.ShouldContain("icu");
    }

    [Fact]
    public async Task Saving_without_a_change_leaves_no_trail()
    {
        var saved = (SaveVacancyResult.Saved)await SaveAsync(await NewAsync());

        await SaveAsync(await StoredAsync(saved.VacancyId));

        (await ActsAsync()).ShouldBe([Acts.VacancyCreated]);
    }

    [Fact]
    public async Task The_second_of_two_people_is_told_and_overwrites_nothing()
    {
        var saved = (SaveVacancyResult.Saved)await SaveAsync(await NewAsync());
        var (first, second) = (await StoredAsync(saved.VacancyId), await StoredAsync(saved.VacancyId));
        first.Title = "First";
        second.Title = "Second";
        await SaveAsync(first);

        (await SaveAsync(second)).ShouldBeOfType<SaveVacancyResult.Overtaken>().Sentence.ShouldStartWith("Somebody else saved this vacancy");
        (await StoredAsync(saved.VacancyId)).Title.ShouldBe("First");
    }

    [Fact]
    public async Task A_requisition_id_is_used_once()
    {
        await SaveAsync(await NewAsync(vacancy => vacancy.RequisitionId = "R-7"));

        var result = (await SaveAsync(await NewAsync(vacancy => vacancy.RequisitionId = "R-7"))).ShouldBeOfType<SaveVacancyResult.Incomplete>();

        result.Problems.ShouldHaveSingleItem().Field.ShouldBe(nameof(Vacancy.RequisitionId));
    }

    [Fact]
    public async Task Opening_needs_all_facts_and_saves_nothing_when_one_is_missing()
    {
        var result = (await SaveAsync(await NewAsync(vacancy => vacancy.Shift = ""), open: true)).ShouldBeOfType<SaveVacancyResult.Incomplete>();

        result.Problems.ShouldHaveSingleItem().Field.ShouldBe(nameof(Vacancy.Shift));
        (await _db.ReadAsync(db => db.Vacancies.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_complete_vacancy_is_saved_and_opened_in_one_act()
    {
        var saved = (SaveVacancyResult.Saved)await SaveAsync(await NewAsync(), open: true);

        (await StoredAsync(saved.VacancyId)).State.ShouldBe(VacancyState.Open);
        (await ActsAsync()).ShouldBe([Acts.VacancyCreated, Acts.VacancyOpened], ignoreOrder: true);
    }

    [Fact]
    public async Task An_open_vacancy_stays_complete()
    {
        var saved = (SaveVacancyResult.Saved)await SaveAsync(await NewAsync(), open: true);
        var edited = await StoredAsync(saved.VacancyId);
        edited.ApplyUrl = "";

        (await SaveAsync(edited)).ShouldBeOfType<SaveVacancyResult.Incomplete>().Problems.ShouldHaveSingleItem().Field.ShouldBe(nameof(Vacancy.ApplyUrl));
    }

    [Fact]
    public async Task Who_works_for_another_facility_may_neither_create_nor_take_over()
    {
        var saved = (SaveVacancyResult.Saved)await SaveAsync(await NewAsync());
        var other = await _db.SaveAsync(A.Facility("Hill Clinic"));
        var stranger = await _db.SaveAsync(StaffMember.Create("sam@hospital.example", "Sam", StaffRoles.Hr, [other.Id]));
        var edited = await StoredAsync(saved.VacancyId);
        edited.FacilityId = other.Id;

        await Should.ThrowAsync<NotAllowedException>(() => Save.RunAsync(new SaveVacancyRequest(stranger.Id, edited)));
    }

    [Fact]
    public async Task A_closed_vacancy_is_not_changed()
    {
        var vacancy = A.Vacancy(_facility, state: VacancyState.Filled);
        await _db.SaveAsync(_editor, vacancy);
        vacancy.Title = "Other";

        (await SaveAsync(vacancy)).ShouldBeOfType<SaveVacancyResult.Overtaken>();
    }

    [Theory]
    [InlineData(VacancyState.Draft, true)]
    [InlineData(VacancyState.Paused, true)]
    [InlineData(VacancyState.Open, false)]
    [InlineData(VacancyState.Expired, false)]
    public async Task Only_a_draft_and_a_paused_vacancy_open(VacancyState state, bool opens)
    {
        var vacancy = A.Vacancy(_facility, state: state);
        await _db.SaveAsync(_editor, vacancy);

        (await new OpenVacancy(_db, new FakeTimeProvider(A.Now)).RunAsync(_editor.Id, vacancy.Id) is OpenVacancyResult.Opened).ShouldBe(opens);
    }

    [Theory]
    [InlineData(VacancyState.Open, true)]
    [InlineData(VacancyState.Draft, false)]
    public async Task Only_an_open_vacancy_pauses(VacancyState state, bool pauses)
    {
        var vacancy = A.Vacancy(_facility, state: state);
        await _db.SaveAsync(_editor, vacancy);

        (await new PauseVacancy(_db, new FakeTimeProvider(A.Now)).RunAsync(_editor.Id, vacancy.Id) is null).ShouldBe(pauses);
    }

    public void Dispose() => _db.Dispose();

    private SaveVacancy Save => new(_db, new FakeTimeProvider(A.Now));

    private Task<SaveVacancyResult> SaveAsync(Vacancy vacancy, bool open = false) => Save.RunAsync(new SaveVacancyRequest(_editor.Id, vacancy, open));

    private async Task<Vacancy> NewAsync(Action<Vacancy>? with = null)
    {
        if (await _db.ReadAsync(db => db.Facilities.CountAsync()) == 0)
            await _db.SaveAsync(_editor, _facility);
        return A.Vacancy(_facility, with);
    }

    private Task<Vacancy> StoredAsync(Guid id) => _db.ReadAsync(db => db.Vacancies.AsNoTracking().SingleAsync(vacancy => vacancy.Id == id));

    private Task<List<string>> ActsAsync() => _db.ReadAsync(db => db.AuditEntries.Select(entry => entry.Act).ToListAsync());
}
