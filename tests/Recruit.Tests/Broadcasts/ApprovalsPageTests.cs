using Bunit;
using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts;

public class ApprovalsPageTests : PageTest
{
    private readonly Facility _facility = A.Facility();
    private readonly Account _account = A.Account();
    private readonly StaffMember _author = StaffMember.Create("hana@hospital.example", "Hana Ortiz", StaffRoles.Hr);

    public ApprovalsPageTests() => Services.AddStillNetworks();

    [Fact]
    public async Task Only_broadcasts_with_something_to_approve_are_listed()
    {
        await SignInAsync(StaffRoles.Recruiter);
        var waiting = await SaveAsync("Pharmacist", DeliveryState.Held);
        await SaveAsync("Medical coder", DeliveryState.Published);

        var page = Page<ApprovalsPage>();

        page.Markup.ShouldContain("Pharmacist");
        page.Markup.ShouldContain("Hana Ortiz");
        page.Markup.ShouldNotContain("Medical coder");
        page.FindAll("a").ShouldContain(link => link.GetAttribute("href") == Urls.Approval(waiting.Id));
    }

    [Fact]
    public async Task Home_asks_the_recruiter_and_never_the_author()
    {
        var recruiter = await SignInAsync(StaffRoles.Recruiter);
        var waiting = await SaveAsync("Pharmacist", DeliveryState.Held);
        await using var db = Db.CreateDbContext();
        var asks = new BroadcastAsks();

        var asked = await asks.AsksAsync(db, recruiter.Id, StaffRoles.Recruiter, CancellationToken.None);
        asked.Select(ask => ask.Url).ShouldBe([Urls.Approval(waiting.Id)]);

        (await asks.AsksAsync(db, _author.Id, StaffRoles.Hr | StaffRoles.Recruiter, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_digest_is_called_by_what_it_tells_of_on_the_list_and_at_home()
    {
        var recruiter = await SignInAsync(StaffRoles.Recruiter);
        var digest = A.Digest(A.Delivery(_account, _facility, label: "Digest: 7 openings in critical care"), "Critical care", A.Vacancy(_facility, state: VacancyState.Open));
        await Db.SaveAsync(digest, _facility);

        var page = Page<ApprovalsPage>();

        page.Find($"a[href='{Urls.Approval(digest.Id)}']").TextContent.ShouldBe("Digest: 7 openings in critical care");
        page.Markup.ShouldContain("by Clock");
        await using var db = Db.CreateDbContext();
        (await new BroadcastAsks().AsksAsync(db, recruiter.Id, StaffRoles.Recruiter, CancellationToken.None)).ShouldHaveSingleItem()
            .Text.ShouldBe("Digest: 7 openings in critical care: 1 post waits for approval, submitted by Clock.");
    }

    private async Task<Broadcast> SaveAsync(string title, DeliveryState state)
    {
        await using var db = Db.CreateDbContext();
        if (await db.Users.FindAsync(_author.Id) is null)
            db.Users.Add(_author);
        var vacancy = A.Vacancy(_facility, row => row.Title = title, VacancyState.Open);
        var broadcast = A.Broadcast(vacancy, _author, A.Delivery(_account, _facility, state, writer: _author.Id, asSoonAsApproved: true));
        if (await db.Set<Facility>().AnyAsync())
        {
            db.Attach(_facility);
            db.Attach(_account);
        }

        db.Add(broadcast);
        await db.SaveChangesAsync();
        return broadcast;
    }
}
