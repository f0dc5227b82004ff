using System.Net;
using Microsoft.EntityFrameworkCore;
using Recruit.Api;
using Recruit.Audit;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Api;

public sealed class ApiKeyTests(RecruitFactory app) : IClassFixture<RecruitFactory>
{
    private const string Vacancies = Urls.Api + "/vacancies";

    [Fact]
    public async Task Without_a_key_nothing_is_told()
    {
        var problem = await app.Browser().GetAsync(Vacancies, HttpStatusCode.Unauthorized);

        problem.Detail().ShouldContain("Authorization: Bearer KEY");
    }

    [Fact]
    public async Task A_session_cookie_opens_no_endpoint()
    {
        var browser = await SignedIn.AsAsync(app, Person(StaffRoles.Administrator));

        (await browser.GetAsync(Vacancies)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_with_the_way_to_a_right_one()
    {
        var problem = await app.Program("rcr_wrong").GetAsync(Vacancies, HttpStatusCode.Unauthorized);

        problem.Detail().ShouldContain("key add");
    }

    [Fact]
    public async Task Many_wrong_keys_are_slowed_down_and_right_ones_are_not()
    {
        await using var strict = new RecruitFactory();
        strict.Settings["SignIn:TriesPerMinute"] = "2";
        var right = await strict.ProgramOfAsync(Person(StaffRoles.Hr));
        var wrong = strict.Program("rcr_wrong");
        await wrong.GetAsync(Vacancies, HttpStatusCode.Unauthorized);
        await wrong.GetAsync(Vacancies, HttpStatusCode.Unauthorized);

        var slowed = await wrong.GetAsync(Vacancies);

        slowed.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        slowed.Headers.RetryAfter!.ToString().ShouldBe("60");
        await right.GetAsync(Vacancies, HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_database_holds_a_hash_and_no_key()
    {
        var owner = await app.Db.SaveAsync(Person(StaffRoles.Hr));

        var key = await app.AskAsync<MakeApiKey, string>(make => make.RunAsync(owner.Id, "Applicant system"));

        key.ShouldStartWith("rcr_");
        key.Length.ShouldBe(4 + 43);
        var row = await app.Db.ReadAsync(db => db.ApiKeys.SingleAsync(one => one.StaffId == owner.Id));
        row.KeyHash.ShouldBe(SecretCode.Hash(key));
        row.Hint.ShouldBe(key[..8]);
        (await app.Db.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.SubjectId == row.Id))).Note.ShouldNotContain(key);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_and_only_its_owner_or_an_administrator_revokes()
    {
        var owner = Person(StaffRoles.Hr);
        var program = await app.ProgramOfAsync(owner);
        var stranger = await app.Db.SaveAsync(Person(StaffRoles.Recruiter));
        var key = await app.Db.ReadAsync(db => db.ApiKeys.SingleAsync(one => one.StaffId == owner.Id));
        await program.GetAsync(Vacancies, HttpStatusCode.OK);

        await Should.ThrowAsync<NotAllowedException>(() => app.AskAsync<MakeApiKey>(make => make.RevokeAsync(stranger.Id, key.Id)));
        await app.AskAsync<MakeApiKey>(make => make.RevokeAsync(owner.Id, key.Id));

        await program.GetAsync(Vacancies, HttpStatusCode.Unauthorized);
        (await app.Db.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Act == Acts.ApiKeyRevoked && entry.SubjectId == key.Id))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_ends_with_the_access_of_its_owner()
    {
        var owner = Person(StaffRoles.Hr);
        var program = await app.ProgramOfAsync(owner);
        await using (var db = app.Db.CreateDbContext())
        {
            (await db.Users.SingleAsync(staff => staff.Id == owner.Id)).Disable();
            await db.SaveChangesAsync();
        }

        await program.GetAsync(Vacancies, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_first_use_of_an_hour_is_noted()
    {
        var owner = Person(StaffRoles.Hr);
        var program = await app.ProgramOfAsync(owner);

        await program.GetAsync(Vacancies, HttpStatusCode.OK);

        (await app.Db.ReadAsync(db => db.ApiKeys.SingleAsync(one => one.StaffId == owner.Id))).LastUsedAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("GET", "/nothing-here", null, HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/vacancies", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/vacancies?state=lost", null, HttpStatusCode.BadRequest)]
    [InlineData("POST", "/vacancies", "{\"title\":", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/vacancies", "", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/vacancies", "[]", HttpStatusCode.BadRequest)]
    public async Task Every_refusal_is_a_problem_with_a_sentence(string method, string path, string? body, HttpStatusCode expected)
    {
        var program = await app.ProgramOfAsync(Person(StaffRoles.Hr));

        var problem = await program.SendAsync(new HttpMethod(method), Urls.Api + path, body, expected);

        problem.Detail().ShouldEndWith(".");
    }

    [Fact]
    public async Task A_body_that_is_not_called_json_is_refused_with_the_header_to_send()
    {
        var program = await app.ProgramOfAsync(Person(StaffRoles.Hr));

        var answer = await program.PostAsync(Vacancies, new FormUrlEncodedContent([new("title", "Nurse")]));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Content-Type: application/json");
    }

    [Theory]
    [InlineData("""{"titel":"Nurse"}""", "titel")]
    [InlineData("""{"pay":{"min":"much"}}""", "pay.min")]
    [InlineData("""{"employmentType":"sometimes"}""", "employmentType")]
    [InlineData("""{"closesOn":"31.12."}""", "closesOn")]
    public async Task What_cannot_be_read_is_named(string body, string member)
    {
        var program = await app.ProgramOfAsync(Person(StaffRoles.Hr));

        var problem = await program.PostAsync(Vacancies, body, HttpStatusCode.BadRequest);

        problem.Detail().ShouldContain(member);
        problem.Detail().ShouldNotContain("System.");
    }

    [Fact]
    public async Task The_document_is_there_for_everybody_and_names_the_header()
    {
        var document = await app.Browser().GetAsync(Urls.ApiDocument("v1"), HttpStatusCode.OK);

        document.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").Text("scheme").ShouldBe("bearer");
        var create = document.GetProperty("paths").GetProperty(Vacancies).GetProperty("post");
        create.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").Text("$ref").ShouldEndWith("VacancyRequest");
        create.TryGetProperty("parameters", out _).ShouldBeFalse();
    }

    private static StaffMember Person(StaffRoles roles) => StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", "Hana Hr", roles);
}
