using System.Net;
using System.Text.Json;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Audiences;

public sealed class ProfileEndpointsTests(RecruitFactory app) : IClassFixture<RecruitFactory>
{
    private const string Profiles = Urls.Api + "/targeting/profiles";
    private const string Pharmacy = Profiles + "/linkedin/pharmacy";
    private const string Notice = Urls.Api + "/targeting/notices/linkedin";

    [Fact]
    public async Task A_program_reads_the_notice_accepts_it_and_edits_a_profile()
    {
        var ruth = await app.ProgramOfAsync(StaffMember.Create("ruth@hospital.example", "Ruth", StaffRoles.Recruiter));
        var shipped = await ruth.GetAsync(Profiles, HttpStatusCode.OK);
        Of(shipped, "pharmacy").GetProperty("version").GetInt32().ShouldBe(0);
        Of(shipped, "pharmacy").GetProperty("facets")[0].GetProperty("values")[0].Text("id").ShouldBe("urn:li:function:11");
        var notice = shipped.GetProperty("networks")[0].GetProperty("notice");
        notice.GetProperty("accepted").GetBoolean().ShouldBeFalse();
        notice.Text("text").ShouldContain("discriminate");

        (await ruth.SendAsync(HttpMethod.Put, Pharmacy, Industry(), HttpStatusCode.Conflict)).Detail().ShouldContain("accept LinkedIn's notice");
        (await ruth.PostAsync(Notice, new { version = "older" }, HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain("as it stands now");
        (await ruth.SendAsync(HttpMethod.Post, Notice, new { version = notice.Text("version") })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var saved = await ruth.SendAsync(HttpMethod.Put, Pharmacy, Industry(), HttpStatusCode.OK);

        saved.GetProperty("version").GetInt32().ShouldBe(1);
        saved.Text("savedBy").ShouldBe("Ruth");
        saved.GetProperty("facets")[0].GetProperty("values")[0].Text("label").ShouldBe("Hospitals and Health Care");
        (await ruth.GetAsync(Pharmacy + "/versions", HttpStatusCode.OK)).GetArrayLength().ShouldBe(1);
        Of(await ruth.GetAsync(Profiles, HttpStatusCode.OK), "pharmacy").GetProperty("version").GetInt32().ShouldBe(1);
        (await ruth.SendAsync(HttpMethod.Put, Pharmacy, Industry(), HttpStatusCode.Conflict)).Detail().ShouldContain("another version");
    }

    [Theory]
    [InlineData("""{"facets":[{"kind":"genders","values":[{"id":"urn:li:gender:1"}]}]}""", HttpStatusCode.UnprocessableEntity, "genders")]
    [InlineData("""{"facets":[{"kind":"jobFunctions","values":[{"id":"urn:li:function:999"}]}]}""", HttpStatusCode.UnprocessableEntity, "none of the job functions")]
    [InlineData("""{"facets":[{"kind":"fieldsOfStudy","values":[{"id":"urn:li:fieldOfStudy:12"}]}]}""", HttpStatusCode.UnprocessableEntity, "its name")]
    [InlineData("""{"facets":[{"kind":"fieldsOfStudy","values":[{"id":"urn:li:age:12","label":"Old"}]}]}""", HttpStatusCode.UnprocessableEntity, "urn:li:fieldOfStudy:")]
    [InlineData("""{"facets":[null]}""", HttpStatusCode.UnprocessableEntity, "Choose from")]
    [InlineData("""{"facets":[],"exclude":[]}""", HttpStatusCode.BadRequest, "exclude")]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity, "empty list")]
    public async Task What_is_no_profile_is_refused_in_a_sentence(string body, HttpStatusCode status, string words)
    {
        var recruiter = await app.ProgramOfAsync(StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", "Rita", StaffRoles.Recruiter));

        (await recruiter.SendAsync(HttpMethod.Put, Profiles + "/linkedin/nursing", body, status)).Detail().ShouldContain(words);
    }

    [Fact]
    public async Task Editing_needs_the_role_and_a_profile_that_exists()
    {
        var hana = await app.ProgramOfAsync(StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", "Hana", StaffRoles.Hr));

        (await hana.SendAsync(HttpMethod.Put, Profiles + "/linkedin/nursing", Industry(), HttpStatusCode.Forbidden)).Detail().ShouldContain("recruiter");
        await hana.SendAsync(HttpMethod.Put, Profiles + "/x/nursing", Industry(), HttpStatusCode.NotFound);
        await hana.GetAsync(Profiles + "/linkedin/plumbing/versions", HttpStatusCode.NotFound);
    }

    private static object Industry() => new { version = 0, facets = new[] { new { kind = "industries", values = new[] { new { id = "urn:li:industry:14" } } } } };

    private static JsonElement Of(JsonElement profiles, string family)
        => profiles.GetProperty("profiles").EnumerateArray().Single(profile => profile.Text("network") == "linkedin" && profile.Text("family") == family);
}
