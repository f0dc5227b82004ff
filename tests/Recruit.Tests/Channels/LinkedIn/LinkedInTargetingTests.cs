using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Channels;
using Recruit.Channels.LinkedIn;
using Recruit.Tests.Support;

namespace Recruit.Tests.Channels.LinkedIn;

public sealed class LinkedInTargetingTests : IDisposable
{
    private const string Places = "/v2/geoTypeahead";
    private const string Size = "/rest/networkSizes/urn%3Ali%3Aorganization%3A5515715";
    private const string Statistics = "/rest/organizationalEntityFollowerStatistics";
    private const string City = "urn:li:geo:100000002";
    private const string State = "urn:li:geo:100000003";

    private readonly FakeNetwork _network = new();
    private readonly ChannelStage _stage;

    public LinkedInTargetingTests() => _stage = new ChannelStage(_network.StandIn);

    public void Dispose()
    {
        _stage.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task An_occupation_a_title_and_a_city_become_three_facets()
    {
        PlanPlaces("places", "places-state");
        PlanFollowers(50_000, (City, 5_000), (State, 20_000));

        var choice = await ChooseAsync(new Audience("29-1141.03", "ICU Registered Nurse", "Rochester", "MN", "US"));

        Ids(choice, "jobFunctions").ShouldBe(["urn:li:function:11"]);
        Ids(choice, "seniorities").ShouldBe(["urn:li:seniority:3", "urn:li:seniority:4"]);
        // Not the Rochester that LinkedIn names first, which lies in New York.
        choice.Targeting.Facets[2].Values.ShouldHaveSingleItem().ShouldBe(new TargetingValue(City, "Rochester, Minnesota, United States"));
        choice.Note.ShouldBe("At most 5,000 followers match: an upper bound, from LinkedIn's counts of each facet.");
        _network.Sent[0].Url.Query.ShouldContain("query=Rochester%2C%20Minnesota");
    }

    [Fact]
    public async Task A_city_with_300_followers_or_fewer_widens_to_the_state_and_says_so()
    {
        PlanPlaces("places", "places-state");
        PlanFollowers(50_000, (City, 800), (State, 20_000));

        var choice = await ChooseAsync(new Audience("29-1141.03", "ICU Registered Nurse", "Rochester", "MN", "US"));

        Ids(choice, "geoLocations").ShouldBe([State]);
        choice.Note.ShouldContain("Too few followers are known in Rochester");
    }

    [Fact]
    public async Task A_city_that_LinkedIn_does_not_know_widens_to_the_state_and_says_so()
    {
        PlanPlaces("places-empty", "places-state");
        PlanFollowers(50_000, (State, 20_000));

        var choice = await ChooseAsync(new Audience("31-1131.00", "Nursing Assistant", "Northfield", "Minnesota", "US"));

        Ids(choice, "geoLocations").ShouldBe([State]);
        choice.Note.ShouldContain("Northfield");
    }

    [Fact]
    public async Task Without_a_known_place_abroad_the_place_is_left_open()
    {
        PlanPlaces("places-empty", "places-empty");
        PlanFollowers(50_000);

        var choice = await ChooseAsync(new Audience("29-1141.00", "Nurse", "Atlantis", "Utopia", "XX"));

        choice.Targeting.Facets.Select(facet => facet.Kind).ShouldBe(["jobFunctions", "seniorities"]);
        choice.Note.ShouldContain("place is left open");
    }

    [Fact]
    public async Task An_edited_profile_takes_the_place_of_what_the_occupation_says()
    {
        PlanPlaces("places", "places-state");
        PlanFollowers(50_000, (City, 5_000), (State, 20_000));

        var choice = await ChooseAsync(new Audience("29-1141.03", "Nurse Manager", "Rochester", "MN", "US")
        {
            Profile =
            [
                new TargetingFacet("jobFunctions", [new TargetingValue("urn:li:function:11", "Healthcare Services")]),
                new TargetingFacet("seniorities", [new TargetingValue("urn:li:seniority:4", "Senior")]),
                new TargetingFacet("fieldsOfStudy", [new TargetingValue("urn:li:fieldOfStudy:1", "Nursing")]),
            ],
        });

        Ids(choice, "seniorities").ShouldBe(["urn:li:seniority:4"]);
        // LinkedIn counts nobody by education, which must not make the audience look empty.
        Ids(choice, "fieldsOfStudy").ShouldBe(["urn:li:fieldOfStudy:1"]);
        Ids(choice, "geoLocations").ShouldBe([City]);
    }

    [Fact]
    public async Task A_profile_without_a_job_function_leaves_seniority_open_too()
    {
        PlanPlaces("places", "places-state");
        PlanFollowers(50_000, (City, 5_000), (State, 20_000));

        var choice = await ChooseAsync(new Audience("29-1141.03", "Nurse Manager", "Rochester", "MN", "US") { Profile = [] });

        choice.Targeting.Facets.ShouldHaveSingleItem().Kind.ShouldBe("geoLocations");
        choice.Note.ShouldContain("names no job function");
    }

    [Fact]
    public async Task Too_few_followers_anywhere_send_the_post_to_everyone_and_say_so()
    {
        PlanPlaces("places", "places-state");
        PlanFollowers(700, (City, 90), (State, 400));

        var choice = await ChooseAsync(new Audience("29-1141.00", "Nurse", "Rochester", "MN", "US"));

        choice.Targeting.IsEveryone.ShouldBeTrue();
        choice.Targeting.Fallback.ShouldNotBeNull().ShouldContain("goes to everyone");
        choice.Note.ShouldContain("goes to everyone");
    }

    [Fact]
    public async Task An_unknown_number_of_followers_sends_the_post_to_everyone_and_says_so()
    {
        PlanPlaces("places", "places-state");
        _network.Answer(HttpMethod.Get, Size, 500);

        var choice = await ChooseAsync(new Audience("29-1141.00", "Nurse", "Rochester", "MN", "US"));

        choice.Targeting.IsEveryone.ShouldBeTrue();
        choice.Targeting.Fallback.ShouldNotBeNull();
        choice.Note.ShouldContain("did not tell how many followers");
    }

    [Theory]
    [InlineData(200, """{"elements":[{"followerCountsByFunction":{"surprise":1},"followerCountsByGeo":[null,1,{"geo":"urn:li:geo:1","followerCounts":[]}]}]}""")]
    [InlineData(200, """{"elements":7}""")]
    [InlineData(200, "[]")]
    [InlineData(200, "<html>")]
    [InlineData(403, "")]
    public async Task Statistics_that_cannot_be_read_send_the_post_to_everyone_and_say_so(int status, string body)
    {
        PlanPlaces("places", "places-state");
        _network.Answer(HttpMethod.Get, Size, RecordedReply.Load("LinkedIn/followers"));
        _network.Answer(HttpMethod.Get, Statistics, status, body);

        var choice = await ChooseAsync(new Audience("29-1141.03", "Nurse", "Rochester", "MN", "US"));

        choice.Targeting.IsEveryone.ShouldBeTrue();
        choice.Note.ShouldContain("everyone");
    }

    [Fact]
    public async Task The_statistics_of_the_documentation_are_understood()
    {
        PlanPlaces("places", "places-state");
        _network.Answer(HttpMethod.Get, Size, RecordedReply.Load("LinkedIn/followers"));
        _network.Answer(HttpMethod.Get, Statistics, RecordedReply.Load("LinkedIn/follower-statistics"));

        (await ChooseAsync(new Audience("29-1141.03", "Nurse", "Rochester", "MN", "US"))).Note.ShouldBe("At most 1,500 followers match: an upper bound, from LinkedIn's counts of each facet.");
    }

    [Fact]
    public async Task Without_an_occupation_function_and_seniority_are_left_open_and_that_is_said()
    {
        _network.Answer(HttpMethod.Get, Size, RecordedReply.Load("LinkedIn/followers"));
        _network.Answer(HttpMethod.Get, Statistics, RecordedReply.Load("LinkedIn/follower-statistics"));

        var choice = await ChooseAsync(new Audience("", "Nurse", "", "", "US"));

        choice.Targeting.Facets.ShouldHaveSingleItem().Kind.ShouldBe("geoLocations");
        choice.Note.ShouldContain("no occupation");
    }

    [Theory]
    [InlineData("29-1141.03", 11)]
    [InlineData("31-1131.00", 11)]
    [InlineData("11-9111.00", 11)]
    [InlineData("11-1021.00", 18)]
    [InlineData("21-1093.00", 5)]
    [InlineData("15-1212.00", 13)]
    [InlineData("43-4171.00", 2)]
    [InlineData("37-2011.00", 18)]
    public void Occupations_lead_to_the_function_of_their_group(string code, int function)
        => LinkedInFacets.FunctionsOf(code).ShouldHaveSingleItem().Id.ShouldBe($"urn:li:function:{function}");

    [Theory]
    [InlineData("21-1022.00")]
    [InlineData("43-6013.00")]
    public void Occupations_between_two_groups_lead_to_both(string code) => LinkedInFacets.FunctionsOf(code).Count.ShouldBe(2);

    [Theory]
    [InlineData("45-2091.00")]
    [InlineData("nurse")]
    public void Occupations_without_a_function_lead_nowhere(string code) => LinkedInFacets.FunctionsOf(code).ShouldBeEmpty();

    [Theory]
    [InlineData("Registered Nurse, ICU", "Entry", "Senior")]
    [InlineData("RN Case Manager", "Entry", "Senior")]
    [InlineData("Nurse Manager, Emergency", "Manager")]
    [InlineData("Senior Case Manager", "Senior")]
    [InlineData("Lead Sonographer", "Senior")]
    [InlineData("Director of Nursing", "Director")]
    [InlineData("Vice President, Patient Care", "VP")]
    [InlineData("Chief Nursing Officer", "CXO")]
    [InlineData("CNO", "CXO")]
    [InlineData("New Graduate Nurse Residency", "Training", "Entry")]
    public void Words_of_the_title_tell_the_seniority(string title, params string[] labels)
        => LinkedInFacets.SenioritiesOf(title).Select(value => value.Label).ShouldBe(labels);

    private void PlanPlaces(params string[] files)
    {
        foreach (var file in files)
            _network.Answer(HttpMethod.Get, Places, RecordedReply.Load($"LinkedIn/{file}"));
    }

    /// <summary>Half of the followers work in health care, 70 % of them in the two usual seniorities.</summary>
    private void PlanFollowers(int total, params (string Place, int Count)[] places)
    {
        _network.Answer(HttpMethod.Get, Size, 200, JsonSerializer.Serialize(new { firstDegreeSize = total }));
        _network.Answer(HttpMethod.Get, Statistics, 200, JsonSerializer.Serialize(new
        {
            elements = new[]
            {
                new
                {
                    followerCountsByFunction = new[] { Row("urn:li:function:11", total / 2) },
                    followerCountsBySeniority = new[] { Row("urn:li:seniority:3", total * 3 / 10), Row("urn:li:seniority:4", total * 4 / 10) },
                    followerCountsByGeo = places.Select(place => Row(place.Place, place.Count)),
                },
            },
        }));
    }

    private static object Row(string urn, int count) => new { value = urn, followerCounts = new { organicFollowerCount = count, paidFollowerCount = 0 } };

    private Task<TargetingChoice> ChooseAsync(Audience audience) => _stage.Services.GetRequiredService<LinkedInTargeting>().ChooseAsync(
        audience,
        new AccountAccess(Guid.CreateVersion7(), "northfield", "5515715", null, new Dictionary<string, string> { ["access_token"] = "t" }),
        CancellationToken.None);

    private static IEnumerable<string> Ids(TargetingChoice choice, string kind) => choice.Targeting.Facets.Single(facet => facet.Kind == kind).Values.Select(value => value.Id);
}
