using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Recruit.Facilities;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Broadcasts;

public sealed class VacancyEndpointsTests(RecruitFactory app) : IClassFixture<RecruitFactory>, IAsyncLifetime
{
    private const string Vacancies = Urls.Api + "/vacancies";

    private readonly Facility _facility = A.Facility($"Lakeside {Guid.NewGuid():N}");
    private HttpClient _hr = default!;

    public async Task InitializeAsync()
    {
        await app.Db.SaveAsync(_facility);
        _hr = await app.ProgramOfAsync(Person(StaffRoles.Hr, _facility.Id));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_vacancy_is_made_opened_and_closed()
    {
        var made = await _hr.PostAsync(Vacancies, Facts(), HttpStatusCode.Created);
        made.Text("state").ShouldBe("draft");
        made.Text("facility").ShouldBe(_facility.Name);
        made.GetProperty("pay").Text("unit").ShouldBe("hour");

        (await _hr.PostAsync(Of(made) + "/open")).Text("state").ShouldBe("open");
        (await _hr.PostAsync(Of(made) + "/open")).Text("state").ShouldBe("open");
        (await _hr.PostAsync(Of(made) + "/pause")).Text("state").ShouldBe("paused");
        (await _hr.PostAsync(Of(made) + "/close", new { @as = "filled" })).Text("state").ShouldBe("filled");
        (await _hr.PostAsync(Of(made) + "/close", new { @as = "filled" })).Text("state").ShouldBe("filled");
        (await _hr.PostAsync(Of(made) + "/close", new { @as = "withdrawn" }, HttpStatusCode.Conflict)).Detail().ShouldBe("It is closed already, as filled.");
    }

    [Fact]
    public async Task The_same_requisition_twice_is_one_vacancy()
    {
        var facts = Facts();
        var first = await _hr.PostAsync(Vacancies, facts, HttpStatusCode.Created);

        var second = await _hr.PostAsync(Vacancies, facts);

        second.Text("id").ShouldBe(first.Text("id"));
    }

    [Fact]
    public async Task The_same_requisition_at_the_same_time_is_one_vacancy()
    {
        var facts = Facts();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _hr.SendAsync(HttpMethod.Post, Vacancies, facts)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(5);
    }

    [Fact]
    public async Task A_requisition_with_other_facts_is_changed_by_put()
    {
        var facts = Facts();
        var made = await _hr.PostAsync(Vacancies, facts, HttpStatusCode.Created);
        facts["title"] = "Registered Nurse, Emergency";

        var problem = await _hr.PostAsync(Vacancies, facts, HttpStatusCode.Conflict);

        problem.Detail().ShouldContain("title");
        problem.Text("vacancyId").ShouldBe(made.Text("id"));
        (await _hr.SendAsync(HttpMethod.Put, Of(made), facts, HttpStatusCode.OK)).Text("title").ShouldBe("Registered Nurse, Emergency");
    }

    [Fact]
    public async Task A_change_that_began_with_an_older_version_is_refused()
    {
        var facts = Facts();
        var made = await _hr.PostAsync(Vacancies, facts, HttpStatusCode.Created);
        facts["title"] = "Nurse";
        await _hr.SendAsync(HttpMethod.Put, Of(made), facts, HttpStatusCode.OK);
        using var late = new HttpRequestMessage(HttpMethod.Put, Of(made)) { Content = System.Net.Http.Json.JsonContent.Create(facts) };
        late.Headers.TryAddWithoutValidation("If-Match", $"\"{made.Text("version")}\"");

        (await _hr.SendAsync(late)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_opening_needs_is_told_for_each_member()
    {
        var made = await _hr.PostAsync(Vacancies, new { requisitionId = Guid.NewGuid().ToString(), title = "Nurse", facility = _facility.Name }, HttpStatusCode.Created);

        var problem = await _hr.PostAsync(Of(made) + "/open", expected: HttpStatusCode.UnprocessableEntity);

        problem.GetProperty("errors").GetProperty("applyUrl")[0].GetString().ShouldBe("Enter the address where people apply, starting with https://.");
    }

    [Fact]
    public async Task A_facility_that_is_not_ones_own_is_refused_with_the_names_of_ones_own()
    {
        var other = await app.Db.SaveAsync(A.Facility($"Other {Guid.NewGuid():N}"));

        var problem = await _hr.PostAsync(Vacancies, Facts(other.Name), HttpStatusCode.UnprocessableEntity);

        problem.Detail().ShouldContain(_facility.Name);
    }

    [Fact]
    public async Task Another_facilitys_vacancy_cannot_be_told_from_none()
    {
        var vacancy = await app.Db.SaveAsync(A.Vacancy(A.Facility($"Other {Guid.NewGuid():N}"), state: VacancyState.Open));
        var url = $"{Vacancies}/{vacancy.Id}";

        await _hr.GetAsync(url, HttpStatusCode.NotFound);
        await _hr.SendAsync(HttpMethod.Put, url, Facts(), HttpStatusCode.NotFound);
        await _hr.PostAsync(url + "/close", new { @as = "filled" }, HttpStatusCode.NotFound);
        (await _hr.GetAsync($"{Vacancies}?requisitionId={vacancy.RequisitionId}", HttpStatusCode.OK)).GetProperty("total").GetInt32().ShouldBe(0);
        (await app.Db.ReadAsync(db => db.Vacancies.SingleAsync(row => row.Id == vacancy.Id))).State.ShouldBe(VacancyState.Open);
    }

    [Fact]
    public async Task Who_may_not_edit_on_the_pages_may_not_by_key()
    {
        var reviewer = await app.ProgramOfAsync(Person(StaffRoles.PrivacyReviewer));

        var problem = await reviewer.PostAsync(Vacancies, Facts(), HttpStatusCode.Forbidden);

        problem.Detail().ShouldContain("HR");
    }

    [Fact]
    public async Task The_list_is_filtered_and_paged()
    {
        var made = await _hr.PostAsync(Vacancies, Facts(), HttpStatusCode.Created);
        await _hr.PostAsync(Vacancies, Facts(), HttpStatusCode.Created);

        var one = await _hr.GetAsync($"{Vacancies}?state=draft&size=1&page=2", HttpStatusCode.OK);
        var exact = await _hr.GetAsync($"{Vacancies}?requisitionId={made.Text("requisitionId")}", HttpStatusCode.OK);

        one.GetProperty("total").GetInt32().ShouldBe(2);
        one.GetProperty("items").GetArrayLength().ShouldBe(1);
        exact.GetProperty("items")[0].Text("id").ShouldBe(made.Text("id"));
    }

    [Fact]
    public async Task An_administrators_program_sets_up_a_facility_once()
    {
        var admin = await app.ProgramOfAsync(Person(StaffRoles.Administrator));
        var facts = new { name = $"Harbor {Guid.NewGuid():N}", city = "Duluth", region = "MN", timeZone = "America/Chicago" };

        var made = await admin.PostAsync(Urls.Api + "/facilities", facts, HttpStatusCode.Created);

        (await admin.PostAsync(Urls.Api + "/facilities", facts)).Text("id").ShouldBe(made.Text("id"));
        (await admin.PostAsync(Urls.Api + "/facilities", new { name = "Nowhere", timeZone = "Mars" }, HttpStatusCode.UnprocessableEntity)).GetProperty("errors").TryGetProperty("timeZone", out _).ShouldBeTrue();
        (await _hr.PostAsync(Urls.Api + "/facilities", facts, HttpStatusCode.Forbidden)).Detail().ShouldContain("administrator");
    }

    private static string Of(JsonElement vacancy) => $"{Vacancies}/{vacancy.Text("id")}";

    private Dictionary<string, object> Facts(string? facility = null) => ApiFacts.Vacancy(facility ?? _facility.Name);

    private static StaffMember Person(StaffRoles roles, params Guid[] facilities) => StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", "Hana Hr", roles, facilities);
}
