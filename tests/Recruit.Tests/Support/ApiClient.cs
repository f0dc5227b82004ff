using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Recruit.Api;
using Recruit.Staff;

namespace Recruit.Tests.Support;

/// <summary>A program with one person's key: <c>await app.ProgramOfAsync(hana)</c>.</summary>
public static class ApiClient
{
    /// <summary>Saves the person when new and makes them a key.</summary>
    public static async Task<HttpClient> ProgramOfAsync(this RecruitFactory app, StaffMember staff)
    {
        await using (var db = app.Db.CreateDbContext())
            if (await db.Users.FindAsync(staff.Id) is null)
            {
                db.Users.Add(staff);
                await db.SaveChangesAsync();
            }

        return app.Program(await app.AskAsync<MakeApiKey, string>(make => make.RunAsync(staff.Id, "Applicant system")));
    }

    public static HttpClient Program(this RecruitFactory app, string key)
    {
        var program = app.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return program;
    }

    public static async Task<JsonElement> GetAsync(this HttpClient program, string url, HttpStatusCode expected)
        => await ReadAsync(await program.GetAsync(url), expected);

    public static async Task<JsonElement> SendAsync(this HttpClient program, HttpMethod method, string url, object? body, HttpStatusCode expected)
        => await ReadAsync(await program.SendAsync(method, url, body), expected);

    /// <param name="body">Text is sent as it is, anything else as JSON.</param>
    public static Task<HttpResponseMessage> SendAsync(this HttpClient program, HttpMethod method, string url, object? body) => program.SendAsync(new HttpRequestMessage(method, url)
    {
        Content = body switch
        {
            null => null,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        },
    });

    public static Task<JsonElement> PostAsync(this HttpClient program, string url, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
        => program.SendAsync(HttpMethod.Post, url, body, expected);

    public static Task<JsonElement> PutAsync(this HttpClient program, string url, object body, HttpStatusCode expected = HttpStatusCode.OK)
        => program.SendAsync(HttpMethod.Put, url, body, expected);

    /// <summary>The sentence of a refusal, whose shape is checked on the way.</summary>
    public static string Detail(this JsonElement problem)
    {
        problem.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("status").GetInt32().ShouldBeGreaterThanOrEqualTo(400);
        return problem.GetProperty("detail").GetString()!;
    }

    public static string Text(this JsonElement answer, string member) => answer.GetProperty(member).ToString();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, body);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe((int)expected < 400 ? "application/json" : "application/problem+json");
        return JsonDocument.Parse(body).RootElement;
    }
}
