using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Recruit.Audit;
using Recruit.Broadcasts.Import;
using Recruit.Facilities;
using Recruit.Staff;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts.Import;

public sealed class ImportVacanciesTests : IDisposable
{
    private readonly TestDb _db = new();

    private ImportVacancies Import => new(_db, new FakeTimeProvider(A.Now));

    private static ImportRequest Request => new(null, "messy.csv", MessyFile.Csv.Rows);

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var plan = await Import.PlanAsync(Request);

        plan.Count(ImportAct.Create).ShouldBe(6);
        (await _db.ReadAsync(db => db.Vacancies.CountAsync())).ShouldBe(0);
        (await _db.ReadAsync(db => db.Facilities.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Good_rows_become_drafts_with_facilities_and_a_trail_although_others_are_refused()
    {
        var result = await Import.RunAsync(Request);

        result.Plan.Count(ImportAct.Refused).ShouldBe(4);
        var vacancies = await _db.ReadAsync(db => db.Vacancies.Include(vacancy => vacancy.Facility).OrderBy(vacancy => vacancy.RequisitionId).ToListAsync());
        vacancies.Count.ShouldBe(6);
        vacancies.ShouldAllBe(vacancy => vacancy.State == VacancyState.Draft && vacancy.Slug.Length > 0 && vacancy.Facility != null);
        vacancies.Single(vacancy => vacancy.RequisitionId == "LK 16 1002 BU/MP").Pay.Min.ShouldBe(18.8112m);

        var acts = await _db.ReadAsync(db => db.AuditEntries.GroupBy(entry => entry.Act).ToDictionaryAsync(act => act.Key, act => act.Count()));
        acts.ShouldBe(new Dictionary<string, int> { [Acts.FacilityCreated] = 2, [Acts.VacancyCreated] = 6, [Acts.VacanciesImported] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Importing_twice_changes_nothing()
    {
        await Import.RunAsync(Request);

        var again = await Import.RunAsync(Request);

        (again.Plan.Count(ImportAct.Unchanged), again.Plan.Count(ImportAct.Create), again.Plan.Count(ImportAct.Update)).ShouldBe((6, 0, 0));
        again.ChangedIds.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_row_updates_its_vacancy_and_names_it()
    {
        await Import.RunAsync(Request);
        var rows = MessyFile.Csv.Rows.Select(row => row.Number != 2 ? row
            : row with { Cells = new Dictionary<string, string>(row.Cells) { [ImportColumns.PayMax] = "70000" } }).ToList();

        var again = await Import.RunAsync(Request with { Rows = rows });

        var vacancy = await _db.ReadAsync(db => db.Vacancies.SingleAsync(vacancy => vacancy.RequisitionId == "LK-16-1001-BU"));
        again.ChangedIds.ShouldBe([vacancy.Id]);
        vacancy.Pay.Max.ShouldBe(70000);
    }

    [Fact]
    public async Task Progress_is_told_up_to_the_last_row()
    {
        var told = new List<int>();

        await Import.RunAsync(Request, new Told(told));

        told.ShouldBe([10]);
    }

    [Fact]
    public async Task Who_may_not_edit_vacancies_may_not_import()
    {
        var reviewer = await _db.SaveAsync(StaffMember.Create("rae@hospital.example", "Rae", StaffRoles.PrivacyReviewer));

        await Should.ThrowAsync<NotAllowedException>(() => Import.RunAsync(Request with { StaffId = reviewer.Id }));
    }

    [Fact]
    public async Task An_editor_who_is_no_administrator_imports_into_a_facility_that_exists()
    {
        var facility = await _db.SaveAsync(A.Facility());
        var editor = await _db.SaveAsync(StaffMember.Create("hana@hospital.example", "Hana", StaffRoles.Hr));

        (await Import.PlanAsync(Request with { StaffId = editor.Id })).Count(ImportAct.Create).ShouldBe(0);
        (await Import.RunAsync(Request with { StaffId = editor.Id, FacilityId = facility.Id })).Plan.Count(ImportAct.Create).ShouldBe(7);
    }

    public void Dispose() => _db.Dispose();

    private sealed class Told(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }
}
