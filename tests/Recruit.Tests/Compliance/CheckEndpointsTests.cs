using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Recruit.Audit;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Compliance;

public sealed class CheckEndpointsTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private const string Url = Urls.Api + "/checks";

    private static readonly Dictionary<string, object?> Signed = new()
    {
        ["status"] = "signed", ["scope"] = new[] { "first_name", "condition", "quote" }, ["channels"] = new[] { "facebook" },
        ["expires"] = "2027-06-30", ["signed"] = "2026-10-01", ["purpose"] = "recruitment marketing", ["revoked"] = false,
    };

    [Fact]
    public async Task A_patient_s_story_is_blocked_with_its_place_in_the_text_as_sent()
    {
        const string text = "Zero\u200bwidth 🎉 first. MRN 7712309 went home.";
        var answer = await world.Hr.PostAsync(Url, new { text, surface = "job_post" });

        answer.Text("decision").ShouldBe("block");
        answer.GetProperty("secondPerson").GetBoolean().ShouldBeFalse();
        var finding = answer.GetProperty("findings").EnumerateArray().Single(one => one.Text("rule") == "HIP-H");
        (finding.Text("letter"), finding.Text("severity")).ShouldBe(("H", "block"));
        text[finding.GetProperty("start").GetInt32()..finding.GetProperty("end").GetInt32()].ShouldBe("MRN 7712309");
        finding.Text("reason").ShouldNotBeEmpty();
        finding.Text("advice").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("job_post", false)]
    [InlineData("event", false)]
    [InlineData("praise", true)]
    [InlineData("staff_story", true)]
    [InlineData("reply", true)]
    [InlineData("caption", true)]
    public async Task The_surface_alone_asks_for_a_second_person(string surface, bool second)
    {
        var answer = await world.Hr.PostAsync(Url, new { text = "We are proud of our 300 nurses.", surface });

        answer.Text("decision").ShouldBe("allow");
        answer.GetProperty("secondPerson").GetBoolean().ShouldBe(second);
        answer.GetProperty("findings").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_the_facility_calls_its_own_passes_inline_and_by_id()
    {
        const string text = "Call Jo Marek at (218) 555-0144.";
        (await world.Hr.PostAsync(Url, new { text, surface = "job_post" })).Text("decision").ShouldBe("review");

        var inline = new { name = "Lakeside", phones = new[] { "+12185550144" }, recruiters = "Jo Marek", ats_hosts = Array.Empty<string>(), named_buildings = new[] { "Ruth Ekdahl Center" }, founded = 1911 };
        (await world.Hr.PostAsync(Url, new { text, surface = "job_post", facility = inline })).Text("decision").ShouldBe("allow");
        (await world.Hr.PostAsync(Url, new { text = $"RN at {world.Facility.Name}", surface = "job_post", facilityId = world.Facility.Id })).Text("decision").ShouldBe("allow");
    }

    [Fact]
    public async Task A_sound_authorization_carries_the_story_and_an_expired_one_does_not()
    {
        var story = Story();
        story["channel"] = "facebook";
        (await world.Hr.PostAsync(Url, story)).Text("decision").ShouldBe("allow");

        story["today"] = "2027-07-01";
        var late = await world.Hr.PostAsync(Url, story);
        late.Text("decision").ShouldBe("block");
        late.GetProperty("findings").EnumerateArray().ShouldContain(one => one.Text("rule") == "AUT-1");
    }

    [Theory]
    [InlineData("""{ "text": "RN" }""", "what the text is for")]
    [InlineData("""{ "surface": "job_post" }""", "Send the text")]
    [InlineData("""{ "text": "RN", "surface": "job_post", "today": "tomorrow" }""", "yyyy-mm-dd")]
    public async Task What_is_missing_is_said(string body, string sentence) =>
        (await world.Hr.PostAsync(Url, body, HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain(sentence);

    [Fact]
    public async Task A_wrong_member_or_surface_is_refused_and_so_is_a_facility_of_others()
    {
        await world.Hr.PostAsync(Url, """{ "text": "RN", "surface": "tweet" }""", HttpStatusCode.BadRequest);
        await world.Hr.PostAsync(Url, """{ "txt": "RN", "surface": "job_post" }""", HttpStatusCode.BadRequest);
        var other = await world.App.ProgramOfAsync(StaffMember.Create("olga@hospital.example", "Olga", StaffRoles.Hr, [Guid.CreateVersion7()]));
        (await other.PostAsync(Url, new { text = "RN", surface = "event", facilityId = world.Facility.Id }, HttpStatusCode.NotFound)).Detail().ShouldContain("facilities");
        (await world.App.Browser().PostAsync(Url, new { text = "RN", surface = "event" }, HttpStatusCode.Unauthorized)).Detail().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_stored()
    {
        var before = await world.App.Db.ReadAsync(db => db.AuditEntries.CountAsync());

        await world.Hr.PostAsync(Url, Story());

        (await world.App.Db.ReadAsync(db => db.AuditEntries.CountAsync())).ShouldBe(before);
    }

    private static Dictionary<string, object?> Story() => new()
    {
        ["text"] = "Lucia finished chemo with us. \"You carried me through,\" she says.", ["surface"] = "praise", ["today"] = "2026-11-24", ["authorization"] = Signed,
    };
}
