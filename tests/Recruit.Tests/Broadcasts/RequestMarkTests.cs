using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Recruit.Broadcasts;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Broadcasts;

/// <summary>A program that got no answer sends its request again.</summary>
public sealed class RequestMarkTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private readonly string _key = Guid.NewGuid().ToString();

    [Fact]
    public async Task The_same_request_again_answers_the_same_broadcast()
    {
        var body = Body(await world.OpenVacancyAsync());
        var first = await ReadAsync(await SendAsync(body), HttpStatusCode.Created);

        var second = await ReadAsync(await SendAsync(body), HttpStatusCode.OK);

        second.Text("id").ShouldBe(first.Text("id"));
        second.GetProperty("deliveries")[0].Text("id").ShouldBe(first.GetProperty("deliveries")[0].Text("id"));
    }

    [Fact]
    public async Task What_cannot_be_planned_any_more_is_answered_all_the_same()
    {
        var vacancy = await world.OpenVacancyAsync();
        var body = Body(vacancy);
        await SendAsync(body);
        await world.Hr.PostAsync($"{Urls.Api}/vacancies/{vacancy.Text("id")}/close", new { @as = "filled" });

        (await ReadAsync(await SendAsync(body), HttpStatusCode.OK)).GetProperty("deliveries")[0].Text("state").ShouldBe("cancelled");
    }

    [Fact]
    public async Task Six_at_once_make_one_broadcast()
    {
        var vacancy = await world.OpenVacancyAsync();
        var body = Body(vacancy);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(body)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created || answer.StatusCode == HttpStatusCode.OK);
        var id = Guid.Parse(vacancy.Text("id"));
        (await world.App.Db.ReadAsync(db => db.Broadcasts.CountAsync(row => row.VacancyId == id))).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await SendAsync(Body(await world.OpenVacancyAsync()));

        var problem = await ReadAsync(await SendAsync(Body(await world.OpenVacancyAsync())), HttpStatusCode.UnprocessableEntity);

        problem.Detail().ShouldContain("new key");
    }

    [Fact]
    public async Task A_refused_request_may_be_mended_under_its_key()
    {
        var vacancy = await world.OpenVacancyAsync();
        await ReadAsync(await SendAsync(new { vacancy = vacancy.Text("id"), accounts = Array.Empty<string>() }), HttpStatusCode.UnprocessableEntity);

        await ReadAsync(await SendAsync(Body(vacancy)), HttpStatusCode.Created);
    }

    [Fact]
    public async Task Another_persons_program_may_use_the_same_key()
    {
        var body = Body(await world.OpenVacancyAsync());
        var first = await ReadAsync(await SendAsync(body), HttpStatusCode.Created);
        var other = await world.App.ProgramOfAsync(StaffMember.Create($"{Guid.NewGuid():N}@hospital.example", "Olga", StaffRoles.Hr));

        (await ReadAsync(await SendAsync(body, other), HttpStatusCode.Created)).Text("id").ShouldNotBe(first.Text("id"));
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused_with_its_length()
    {
        var body = Body(await world.OpenVacancyAsync());

        (await ReadAsync(await SendAsync(body, key: new string('k', RequestMark.LongestKey + 1)), HttpStatusCode.UnprocessableEntity)).Detail().ShouldContain("at most 100");
    }

    private object Body(JsonElement vacancy)
        => new { vacancy = vacancy.Text("requisitionId"), accounts = new[] { world.Account.Handle }, dueAt = world.App.Clock.GetUtcNow().AddHours(1) };

    private async Task<HttpResponseMessage> SendAsync(object body, HttpClient? by = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Urls.Api + "/broadcasts") { Content = JsonContent.Create(body) };
        request.Headers.Add(RequestMark.Header, key ?? _key);
        return await (by ?? world.Hr).SendAsync(request);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
