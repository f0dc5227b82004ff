using Recruit.Broadcasts.Import;
using Recruit.Facilities;
using Recruit.Staff;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts.Import;

public sealed class ImportPlanTests
{
    [Fact]
    public void A_new_file_creates_a_draft_per_good_row_and_says_why_the_others_are_refused()
    {
        var plan = ImportPlan.Make(MessyFile.Rows, Ground());

        plan.Count(ImportAct.Create).ShouldBe(6);
        plan.Lines.Where(line => line.Act == ImportAct.Refused).Select(line => (line.Row.Number, line.Why)).ShouldBe(
        [
            (8, "Row 7 has the same requisition id. Remove one of the two."),
            (9, "Enter the requisition id from your applicant system, or make one up that is used once."),
            (10, "Enter the title as applicants search for it, for example Registered Nurse, ICU."),
            (11, "The row names no facility. Choose one facility for all rows."),
        ]);
    }

    [Fact]
    public void Facilities_that_do_not_exist_are_proposed_once_with_the_place_that_their_rows_share()
    {
        var proposed = ImportPlan.Make(MessyFile.Rows, Ground()).NewFacilities;

        proposed.Select(facility => (facility.Name, facility.City, facility.TimeZone)).ShouldBe(
            [("Lakeside Hospital, Main Site", "Duluth", "America/Chicago"), ("City Clinics", "", "America/New_York")]);
    }

    [Fact]
    public void A_known_facility_is_found_by_name_in_any_case()
    {
        var known = A.Facility("lakeside hospital, MAIN SITE");

        var plan = ImportPlan.Make(MessyFile.Rows, Ground(facilities: [known]));

        plan.Lines[0].FacilityId.ShouldBe(known.Id);
        plan.NewFacilities.ShouldHaveSingleItem().Name.ShouldBe("City Clinics");
    }

    [Fact]
    public void A_chosen_facility_takes_all_rows()
    {
        var chosen = A.Facility();

        var plan = ImportPlan.Make(MessyFile.Rows, Ground(facilities: [chosen]) with { ChosenFacilityId = chosen.Id });

        plan.NewFacilities.ShouldBeEmpty();
        plan.Count(ImportAct.Create).ShouldBe(7);
    }

    [Fact]
    public void Who_may_not_add_facilities_is_told_what_to_do()
    {
        var plan = ImportPlan.Make(MessyFile.Rows, Ground() with { MayAddFacilities = false });

        plan.Count(ImportAct.Create).ShouldBe(0);
        plan.Lines[2].Why.ShouldBe("City Clinics is not among the facilities. Ask an administrator to add it, or choose one facility for all rows.");
        plan.UnknownFacilities.ShouldContain("City Clinics");
        plan.WithoutFacility.Count.ShouldBe(6);
    }

    [Fact]
    public void Rows_of_other_facilities_than_ones_own_are_refused()
    {
        var foreign = A.Facility("City Clinics");

        var plan = ImportPlan.Make(MessyFile.Rows, Ground(facilities: [foreign]) with { Scope = new StaffScope([Guid.CreateVersion7()]), MayAddFacilities = false });

        plan.Lines[2].Why.ShouldBe("City Clinics is a facility that you do not work for.");
    }

    [Fact]
    public void The_same_row_again_changes_nothing_even_after_a_person_wrote_into_the_vacancy()
    {
        var vacancy = Imported("340436");
        vacancy.Title = "Public Health Nurse, Schools";
        vacancy.Pay = new Pay(22, 25, PayUnit.Hour);

        Meet(vacancy, MessyFile.Row("340436")).Act.ShouldBe(ImportAct.Unchanged);
    }

    [Fact]
    public void A_changed_cell_updates_its_fact_and_leaves_what_a_person_wrote()
    {
        var vacancy = Imported("340436");
        vacancy.Title = "Public Health Nurse, Schools";

        var line = Meet(vacancy, WithPay("340436", "21.50"));

        (line.Act, string.Join(',', line.Changes)).ShouldBe((ImportAct.Update, "pay"));
        vacancy.Title.ShouldBe("Public Health Nurse, Schools");
        vacancy.Pay.Min.ShouldBe(21.50m);
    }

    [Fact]
    public void A_closed_vacancy_is_not_changed()
    {
        var vacancy = Imported("340436");
        vacancy.Open(A.Now);
        vacancy.Close(VacancyState.Filled, "", A.Now);

        var line = Meet(vacancy, WithPay("340436", "21.50"));

        (line.Act, line.Why).ShouldBe((ImportAct.Refused, "The vacancy is closed and is not changed. The row has another pay."));
    }

    [Fact]
    public void An_open_vacancy_is_not_spoiled_by_a_row()
    {
        var vacancy = A.Vacancy(with: vacancy => vacancy.RequisitionId = "340436", state: VacancyState.Open);

        var line = Meet(vacancy, MessyFile.Row("340436"));

        line.Act.ShouldBe(ImportAct.Refused);
        line.Why.ShouldContain("Choose a closing date that has not passed");
    }

    private static ImportGround Ground(IReadOnlyList<Facility>? facilities = null) => new(new Dictionary<string, Vacancy>(), facilities ?? [], null, new StaffScope([]), true, A.Now);

    private static Vacancy Imported(string requisitionId)
    {
        var row = MessyFile.Row(requisitionId);
        var facility = A.Facility("City Clinics");
        var vacancy = new Vacancy { ImportedRow = RowFingerprint.Write(row.Given) };
        VacancyFacts.Copy(row.Facts, vacancy);
        (vacancy.Facility, vacancy.FacilityId) = (facility, facility.Id);
        return vacancy;
    }

    private static ImportLine Meet(Vacancy vacancy, ImportRow row)
        => ImportPlan.Make([row], Ground() with { Existing = new Dictionary<string, Vacancy> { [vacancy.RequisitionId] = vacancy } }).Lines[0];

    private static ImportRow WithPay(string requisitionId, string pay)
    {
        var row = MessyFile.Csv.Rows.First(row => row[ImportColumns.RequisitionId] == requisitionId);
        return ImportRowReader.Read(row with { Cells = new Dictionary<string, string>(row.Cells) { [ImportColumns.PayMin] = pay } });
    }
}
