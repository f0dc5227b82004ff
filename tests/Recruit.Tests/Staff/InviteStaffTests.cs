using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Audit;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Staff;

public sealed class InviteStaffTests : IDisposable
{
    private readonly TestDb _db = new();
    private readonly StaffMember _ada = StaffMember.Create("ada@hospital.example", "Ada Admin", StaffRoles.Administrator);

    private InviteStaff Invite => new(_db, new PasswordHasher<StaffMember>(), Options.Create(new StaffOptions()), TimeProvider.System);

    [Fact]
    public async Task An_invited_person_gets_one_link_and_no_password()
    {
        await _db.SaveAsync(_ada);

        var invited = await Invite.RunAsync(_ada.Id, new Invitation(" Rita@Hospital.example ", "Rita Recruiter", StaffRoles.Recruiter, []));

        var rita = await _db.ReadAsync(db => db.Users.SingleAsync(person => person.Id == invited.Staff.Id));
        rita.Email.ShouldBe("Rita@Hospital.example");
        rita.HasPassword.ShouldBeFalse();
        (await _db.ReadAsync(db => db.OpenLinkAsync(invited.Code!, TimeProvider.System.GetUtcNow())))!.StaffId.ShouldBe(rita.Id);
        (await _db.ReadAsync(db => db.AuditEntries.SingleAsync())).Act.ShouldBe(Acts.StaffInvited);
    }

    [Fact]
    public async Task An_address_is_invited_once_however_it_is_written()
    {
        await _db.SaveAsync(_ada);

        var refusal = await Should.ThrowAsync<NotAllowedException>(
            () => Invite.RunAsync(_ada.Id, new Invitation("ADA@hospital.example", "Another Ada", StaffRoles.Hr, [])));

        refusal.Message.ShouldContain("already on the list, as Ada Admin");
    }

    [Fact]
    public async Task Only_an_administrator_invites()
    {
        var hana = await _db.SaveAsync(StaffMember.Create("hana@hospital.example", "Hana Hr", StaffRoles.Hr));

        await Should.ThrowAsync<NotAllowedException>(() => Invite.RunAsync(hana.Id, new Invitation("x@hospital.example", "X", StaffRoles.Administrator, [])));

        (await _db.ReadAsync(db => db.Users.CountAsync())).ShouldBe(1);
    }

    public void Dispose() => _db.Dispose();
}
