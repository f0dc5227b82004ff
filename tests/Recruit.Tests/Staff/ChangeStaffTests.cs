using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Staff;

public sealed class ChangeStaffTests : IDisposable
{
    private readonly TestDb _db = new();
    private readonly StaffMember _ada = StaffMember.Create("ada@hospital.example", "Ada Admin", StaffRoles.Administrator);
    private readonly StaffMember _hana = StaffMember.Create("hana@hospital.example", "Hana Hr", StaffRoles.Hr);

    private ChangeStaff Change => new(_db, TimeProvider.System);

    [Fact]
    public async Task Roles_and_facilities_change_and_the_trail_says_who_did_it()
    {
        await _db.SaveAsync(_ada, _hana);
        var facility = Guid.CreateVersion7();

        await Change.SetRolesAsync(_ada.Id, _hana.Id, StaffRoles.Hr | StaffRoles.Recruiter, [facility]);

        var hana = await PersonAsync(_hana);
        hana.Roles.ShouldBe(StaffRoles.Hr | StaffRoles.Recruiter);
        hana.FacilityIds.ShouldBe([facility]);
        var entry = await _db.ReadAsync(db => db.AuditEntries.SingleAsync());
        entry.Act.ShouldBe(Acts.StaffChanged);
        entry.ActorName.ShouldBe("Ada Admin");
        entry.SubjectId.ShouldBe(_hana.Id);
        entry.Note.ShouldBe("Hana Hr: HR, Recruiter, 1 facility");
    }

    [Fact]
    public async Task Nobody_but_an_administrator_changes_people()
    {
        await _db.SaveAsync(_ada, _hana);

        var refusal = await Should.ThrowAsync<NotAllowedException>(() => Change.SetRolesAsync(_hana.Id, _hana.Id, StaffRoles.Administrator, []));

        refusal.Message.ShouldContain("Only administrator may do this");
        (await PersonAsync(_hana)).Roles.ShouldBe(StaffRoles.Hr);
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        await _db.SaveAsync(_ada, _hana);

        await Should.ThrowAsync<NotAllowedException>(() => Change.SetRolesAsync(_ada.Id, _ada.Id, StaffRoles.Hr, []));
        await Should.ThrowAsync<NotAllowedException>(() => Change.DisableAsync(_ada.Id, _ada.Id));

        var ada = await PersonAsync(_ada);
        ada.Roles.ShouldBe(StaffRoles.Administrator);
        ada.Disabled.ShouldBeFalse();
        (await _db.ReadAsync(db => db.AuditEntries.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_disabled_administrator_does_not_count_as_the_other_one()
    {
        var gone = StaffMember.Create("gone@hospital.example", "Gus Gone", StaffRoles.Administrator);
        gone.Disable();
        await _db.SaveAsync(_ada, gone);

        await Should.ThrowAsync<NotAllowedException>(() => Change.DisableAsync(_ada.Id, _ada.Id));

        await Change.EnableAsync(_ada.Id, gone.Id);
        await Change.DisableAsync(_ada.Id, _ada.Id);
        (await PersonAsync(_ada)).Disabled.ShouldBeTrue();
    }

    [Fact]
    public async Task Disabling_ends_the_open_pages()
    {
        await _db.SaveAsync(_ada, _hana);
        (await _db.ReadAsync(db => StaffSession.MayGoOnAsync(db, _hana.Id, _hana.SecurityStamp))).ShouldBeTrue();

        await Change.DisableAsync(_ada.Id, _hana.Id);
        (await _db.ReadAsync(db => StaffSession.MayGoOnAsync(db, _hana.Id, _hana.SecurityStamp))).ShouldBeFalse();

        // Enabling lets the person sign in again; what was open before stays ended.
        await Change.EnableAsync(_ada.Id, _hana.Id);
        (await _db.ReadAsync(db => StaffSession.MayGoOnAsync(db, _hana.Id, _hana.SecurityStamp))).ShouldBeFalse();
    }

    private Task<StaffMember> PersonAsync(StaffMember staff) => _db.ReadAsync(db => db.Users.SingleAsync(person => person.Id == staff.Id));

    public void Dispose() => _db.Dispose();
}
