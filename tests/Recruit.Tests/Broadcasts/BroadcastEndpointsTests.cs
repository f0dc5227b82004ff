using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts;

public sealed class BroadcastEndpointsTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private const string Broadcasts = Urls.Api + "/broadcasts";
    private const string Deliveries = Urls.Api + "/deliveries";

    [Fact]
    public async Task Without_accounts_it_goes_to_those_that_are_meant_for_such_an_opening()
    {
        var elsewhere = A.Account(handle: "@elsewhere", with: account => account.Route = new AccountRoute([Guid.NewGuid()], []));
        await world.App.Db.SaveAsync(elsewhere);
        var vacancy = await world.OpenVacancyAsync();

        var made = await world.Hr.PostAsync(Broadcasts, new { vacancy = vacancy.Text("id"), moments = "announce".Split(',') }, HttpStatusCode.Created);

        made.GetProperty("deliveries").EnumerateArray().ShouldHaveSingleItem().Text("accountId").ShouldBe(world.Account.Id.ToString());
        await world.App.Db.ReadAsync(db => db.Set<Account>().Where(account => account.Id == elsewhere.Id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task What_cannot_be_targeted_goes_to_everyone_and_says_so_unless_a_program_wants_it_refused()
    {
        const string Why = "Too few followers match, so the post goes to everyone.";
        var before = world.Targets.Choice;
        world.Targets.Choice = new TargetingChoice(Targeting.InsteadOf(Why), Why);
        var vacancy = (await world.OpenVacancyAsync()).Text("requisitionId");
        var accounts = new[] { world.Account.Handle };

        var refused = await world.Hr.PostAsync(Broadcasts, new { vacancy, accounts, untargeted = false }, HttpStatusCode.UnprocessableEntity);
        refused.ToString().ShouldContain("Too few followers match");
        var made = await world.Hr.PostAsync(Broadcasts, new { vacancy, accounts }, HttpStatusCode.Created);

        made.GetProperty("notes")[0].GetString().ShouldBe(Why);
        var id = Guid.Parse(made.GetProperty("deliveries")[0].Text("id")!);
        (await world.App.Db.ReadAsync(db => db.Deliveries.SingleAsync(row => row.Id == id))).Content.Targeting.Fallback.ShouldBe(Why);
        world.Targets.Choice = before;
    }

    [Fact]
    public async Task A_program_does_the_whole_main_job()
    {
        var vacancy = await world.OpenVacancyAsync();
        var broadcast = await world.BroadcastAsync(vacancy);
        var planned = broadcast.GetProperty("deliveries")[0];
        planned.Text("state").ShouldBe("held");
        planned.Text("moment").ShouldBe("announce");

        var approval = await world.ApproveAsync(broadcast);
        approval.GetProperty("approved").GetInt32().ShouldBe(1);
        world.App.Clock.Advance(TimeSpan.FromHours(1));
        await world.RunLaneAsync();

        var live = (await world.Hr.GetAsync($"{Deliveries}?vacancy={vacancy.Text("requisitionId")}&state=published", HttpStatusCode.OK)).GetProperty("items")[0];
        live.Text("id").ShouldBe(planned.Text("id"));
        live.Text("sentence").ShouldStartWith("Live on X since ");
        live.Text("remoteUrl").ShouldStartWith("https://network.example/");
        world.Network.Sent[^1].Text.ShouldBe(planned.Text("text"));
        var attempt = (await world.Hr.GetAsync($"{Deliveries}/{live.Text("id")}", HttpStatusCode.OK)).GetProperty("attempts")[0];
        attempt.Text("sentence").ShouldBe("X published it");
        attempt.Text("contentHash").ShouldBe(planned.Text("hash"));

        await world.Hr.PostAsync($"{Urls.Api}/vacancies/{vacancy.Text("id")}/close", new { @as = "filled" });
        await world.RunLaneAsync();

        (await DeliveryAsync(live)).Text("state").ShouldBe("removed");
        world.Network.Removed.ShouldContain(live.Text("remoteId"));
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote()
    {
        var both = await world.App.ProgramOfAsync(StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", "Bea Both", StaffRoles.Hr | StaffRoles.Recruiter));
        var broadcast = await world.BroadcastAsync(await world.OpenVacancyAsync(), by: both);

        var problem = await both.PostAsync(Approve(broadcast), expected: HttpStatusCode.Forbidden);

        problem.Detail().ShouldContain("someone else must approve");
        (await DeliveryAsync(First(broadcast))).Text("state").ShouldBe("held");
    }

    [Fact]
    public async Task Approving_needs_the_role()
    {
        var broadcast = await world.BroadcastAsync(await world.OpenVacancyAsync());

        (await world.Hr.PostAsync(Approve(broadcast), expected: HttpStatusCode.Forbidden)).Detail().ShouldContain("recruiter");
    }

    [Fact]
    public async Task Approving_again_changes_nothing()
    {
        var broadcast = await world.BroadcastAsync(await world.OpenVacancyAsync());
        var seen = new { deliveries = new[] { new { id = First(broadcast).Text("id"), hash = First(broadcast).Text("hash") } } };

        (await world.Recruiter.PostAsync(Approve(broadcast), seen)).GetProperty("approved").GetInt32().ShouldBe(1);
        (await world.Recruiter.PostAsync(Approve(broadcast), seen)).GetProperty("approved").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Words_that_changed_since_they_were_read_are_not_approved()
    {
        var broadcast = await world.BroadcastAsync(await world.OpenVacancyAsync());

        var problem = await world.Recruiter.PostAsync(Approve(broadcast), new { deliveries = new[] { new { id = First(broadcast).Text("id"), hash = "older" } } }, HttpStatusCode.Conflict);

        problem.Detail().ShouldContain("changed while you were reading");
    }

    [Theory]
    [InlineData("2030-01-01T09:00:00", HttpStatusCode.BadRequest, "dueAt")]
    [InlineData("2020-01-01T09:00:00Z", HttpStatusCode.UnprocessableEntity, "has passed")]
    public async Task An_instant_has_a_zone_and_lies_ahead(string dueAt, HttpStatusCode expected, string words)
    {
        var vacancy = await world.OpenVacancyAsync();

        var problem = await world.Hr.PostAsync(Broadcasts, new { vacancy = vacancy.Text("id"), accounts = new[] { world.Account.Id.ToString() }, dueAt }, expected);

        problem.Detail().ShouldContain(words);
    }

    [Fact]
    public async Task An_unknown_account_or_vacancy_is_named()
    {
        var vacancy = await world.OpenVacancyAsync();

        (await world.Hr.PostAsync(Broadcasts, new { vacancy = vacancy.Text("id"), accounts = "@nobody".Split(',') }, HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain("@nobody");
        (await world.Hr.PostAsync(Broadcasts, new { vacancy = "REQ-nothing", accounts = new[] { world.Account.Handle } }, HttpStatusCode.UnprocessableEntity))
            .GetProperty("errors").TryGetProperty("vacancy", out _).ShouldBeTrue();
        (await world.Hr.PostAsync(Broadcasts, new { vacancy = vacancy.Text("id"), accounts = Array.Empty<string>() }, HttpStatusCode.UnprocessableEntity)).Detail().ShouldBe("Choose at least one account.");
    }

    [Fact]
    public async Task Another_facilitys_rows_cannot_be_told_from_none()
    {
        var vacancy = await world.OpenVacancyAsync();
        var broadcast = await world.BroadcastAsync(vacancy);
        var other = await world.App.Db.SaveAsync(A.Facility($"Other {Guid.NewGuid():N}"));
        var stranger = await world.App.ProgramOfAsync(StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", "Sam", StaffRoles.Hr | StaffRoles.Recruiter, [other.Id]));
        var delivery = $"{Deliveries}/{First(broadcast).Text("id")}";

        await stranger.GetAsync($"{Broadcasts}/{broadcast.Text("id")}", HttpStatusCode.NotFound);
        await stranger.PostAsync(Approve(broadcast), expected: HttpStatusCode.NotFound);
        await stranger.GetAsync(delivery, HttpStatusCode.NotFound);
        await stranger.PostAsync(delivery + "/cancel", expected: HttpStatusCode.NotFound);
        await stranger.SendAsync(HttpMethod.Put, delivery + "/copy", new { text = "Mine" }, HttpStatusCode.NotFound);
        await stranger.GetAsync($"{Deliveries}?vacancy={vacancy.Text("id")}", HttpStatusCode.NotFound);
        (await stranger.GetAsync(Deliveries, HttpStatusCode.OK)).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task After_an_acknowledged_cancel_nothing_goes_out()
    {
        var broadcast = await world.BroadcastAsync(await world.OpenVacancyAsync());
        await world.ApproveAsync(broadcast);
        var url = $"{Deliveries}/{First(broadcast).Text("id")}/cancel";

        (await world.Hr.PostAsync(url, new { reason = "The ward has closed." })).GetProperty("delivery").Text("sentence").ShouldBe("Not posted: called off. The ward has closed.");
        world.App.Clock.Advance(TimeSpan.FromHours(2));
        await world.RunLaneAsync();

        world.Network.Sent.ShouldNotContain(request => request.Text == First(broadcast).Text("text"));
        (await world.Hr.PostAsync(url)).GetProperty("delivery").Text("state").ShouldBe("cancelled");
    }

    [Fact]
    public async Task New_words_void_the_approval_and_their_editor_does_not_approve()
    {
        var broadcast = await world.BroadcastAsync(await world.OpenVacancyAsync());
        await world.ApproveAsync(broadcast);
        var first = First(broadcast);
        var url = $"{Deliveries}/{first.Text("id")}/copy";

        var edited = (await world.Recruiter.SendAsync(HttpMethod.Put, url, new { text = first.Text("text") + "\nCome and see us." }, HttpStatusCode.OK)).GetProperty("delivery");

        edited.Text("state").ShouldBe("held");
        edited.Text("hash").ShouldNotBe(first.Text("hash"));
        (await world.Recruiter.PostAsync(Approve(broadcast), expected: HttpStatusCode.Forbidden)).Detail().ShouldContain("wrote or edited");
        (await world.Recruiter.SendAsync(HttpMethod.Put, url, new { text = "Too late", version = first.Text("version") }, HttpStatusCode.Conflict)).Detail().ShouldContain("Somebody changed it");
        (await world.Recruiter.SendAsync(HttpMethod.Put, url, new { text = " " }, HttpStatusCode.UnprocessableEntity)).GetProperty("errors").TryGetProperty("text", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Deliveries_are_listed_by_state_account_and_time()
    {
        var broadcast = await world.BroadcastAsync(await world.OpenVacancyAsync());
        var due = First(broadcast).GetProperty("dueAt").GetDateTimeOffset();
        string Since(DateTimeOffset at) => $"{Deliveries}?state=held,scheduled&account={world.Account.Id}&vacancy={broadcast.Text("vacancyId")}&since={at.ToOffset(TimeSpan.FromHours(2)):O}";

        (await world.Hr.GetAsync(Since(due), HttpStatusCode.OK)).GetProperty("total").GetInt32().ShouldBe(1);
        (await world.Hr.GetAsync(Since(due.AddSeconds(1)), HttpStatusCode.OK)).GetProperty("total").GetInt32().ShouldBe(0);
        (await world.Hr.GetAsync($"{Deliveries}?state=lost", HttpStatusCode.BadRequest)).Detail().ShouldContain("Choose from held, scheduled");
        (await world.Hr.GetAsync($"{Deliveries}?since=yesterday", HttpStatusCode.BadRequest)).Detail().ShouldContain("since");
    }

    [Fact]
    public async Task A_draft_is_not_broadcast()
    {
        var vacancy = await world.App.Db.SaveAsync(A.Vacancy(A.Facility($"Draft {Guid.NewGuid():N}"), state: VacancyState.Draft));

        (await world.Hr.PostAsync(Broadcasts, new { vacancy = vacancy.Id, accounts = new[] { world.Account.Id } }, HttpStatusCode.UnprocessableEntity)).Detail().ShouldStartWith("Open the vacancy first");
    }

    private static string Approve(JsonElement broadcast) => $"{Broadcasts}/{broadcast.Text("id")}/approve";

    private static JsonElement First(JsonElement broadcast) => broadcast.GetProperty("deliveries")[0];

    private async Task<JsonElement> DeliveryAsync(JsonElement delivery) => (await world.Hr.GetAsync($"{Deliveries}/{delivery.Text("id")}", HttpStatusCode.OK)).GetProperty("delivery");
}
