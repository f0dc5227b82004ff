using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Recruit.Sandbox;

namespace Recruit.Tests.Sandbox;

/// <summary>A sandbox on a free port with a clock that stands still until it is moved.</summary>
public sealed class RunningSandbox : IAsyncDisposable
{
    public const string Account = "5515715";
    public const string Organization = "urn:li:organization:" + Account;

    private readonly SandboxHost _host;

    private RunningSandbox(SandboxHost host, FakeTimeProvider clock)
    {
        _host = host;
        Clock = clock;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero }) { BaseAddress = host.Address };
    }

    public FakeTimeProvider Clock { get; }
    public HttpClient Http { get; }
    public string Token { get; set; } = "practice-" + Account;

    public static async Task<RunningSandbox> StartAsync(Func<SandboxOptions, SandboxOptions>? change = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 6, 8, 0, 0, TimeSpan.Zero));
        var options = new SandboxOptions { Port = 0, Clock = clock };
        var host = SandboxHost.Create(change is null ? options : change(options));
        await host.StartAsync();
        return new RunningSandbox(host, clock);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, JsonNode body) => SendAsync(HttpMethod.Post, path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public Task<Answer> FormAsync(string path, params (string Name, string Value)[] form) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(form.Select(part => KeyValuePair.Create(part.Name, part.Value))));

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    /// <summary>With the headers that LinkedIn demands; the others do not mind them.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? body = null, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (Token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        request.Headers.Add("LinkedIn-Version", "202609");
        request.Headers.Add("X-Restli-Protocol-Version", "2.0.0");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            if (value is not null)
                request.Headers.Add(name, value);
        }

        using var response = await Http.SendAsync(request);
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }

    public Task<Answer> TweetAsync(string text) => PostAsync("/2/tweets", new JsonObject { ["text"] = text });

    public Task<Answer> ShareAsync(string commentary, JsonArray? targets = null, JsonObject? content = null)
    {
        var body = Share(commentary);
        if (targets is not null) body["distribution"]!["targetEntities"] = targets;
        if (content is not null) body["content"] = content;
        return PostAsync("/rest/posts", body);
    }

    public static JsonObject Share(string commentary) => new()
    {
        ["author"] = Organization,
        ["commentary"] = commentary,
        ["visibility"] = "PUBLIC",
        ["distribution"] = new JsonObject { ["feedDistribution"] = "MAIN_FEED", ["thirdPartyDistributionChannels"] = new JsonArray() },
        ["lifecycleState"] = "PUBLISHED",
        ["isReshareDisabledByAuthor"] = false,
    };

    public Task<Answer> FeedAsync(string message, params (string Name, string Value)[] more) => FormAsync($"/v26.0/{Account}/feed", [("message", message), .. more]);

    public async Task<JsonArray> PostsAsync() => (await GetAsync("/_sandbox/posts")).Json!.AsArray();

    public Task<Answer> TroubleAsync(string network, string kind, int? times = null, int? seconds = null, string on = "create", string? account = null, string? code = null) =>
        PostAsync("/_sandbox/troubles", new JsonObject { ["network"] = network, ["kind"] = kind, ["times"] = times, ["seconds"] = seconds, ["on"] = on, ["account"] = account, ["code"] = code });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
    }
}

public sealed record Answer(int Status, HttpResponseHeaders Headers, string Text)
{
    public Answer(HttpResponseMessage response, string text)
        : this((int)response.StatusCode, response.Headers, text) => ContentType = response.Content.Headers.ContentType?.MediaType;

    public string? ContentType { get; }
    public JsonNode? Json => Text.Length > 0 && Text[0] is '{' or '[' ? JsonNode.Parse(Text) : null;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    /// <summary>A value by its path, as text: data.0.id.</summary>
    public string? At(string path) => path.Split('.').Aggregate(Json, (node, step) => int.TryParse(step, out var place) ? node?[place] : node?[step])?.ToString();
}
