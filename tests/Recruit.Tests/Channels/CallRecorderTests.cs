using System.Text.Json;
using Recruit.Channels;
using Recruit.Tests.Support;

namespace Recruit.Tests.Channels;

/// <summary>What holds for every call of every channel, found by writing all of them down.</summary>
public sealed class CallRecorderTests : IDisposable
{
    private readonly CallRecorder _calls = new();
    private readonly ChannelStage _stage;

    public CallRecorderTests() => _stage = new ChannelStage(_calls.StandIn);

    public static TheoryData<string> Networks
    {
        get
        {
            using var stage = new ChannelStage();
            return new TheoryData<string>(stage.Catalog.All.Select(channel => channel.Key.Value));
        }
    }

    public void Dispose()
    {
        _stage.Dispose();
        _calls.Dispose();
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public async Task Every_call_is_given_up_in_time(string network)
    {
        _stage.GiveUpAfter(TimeSpan.FromMilliseconds(30));

        foreach (var (name, act) in Acts(network))
        {
            var before = _calls.Calls.Count;
            await act().WaitAsync(TimeSpan.FromSeconds(20));
            _calls.Calls.Count.ShouldBeGreaterThan(before, $"{name} called nobody");
        }

        _calls.GivenUp.ShouldBe(_calls.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public async Task Whatever_a_network_quotes_no_secret_is_logged_or_told(string network)
    {
        var told = new List<string>();
        foreach (var status in new[] { 200, 201, 400, 401, 402, 403, 404, 409, 422, 426, 429, 500, 503 })
        {
            _calls.Answer = call => (status, Quote(call));
            foreach (var (name, act) in Acts(network))
                told.Add($"{name} at {status}: {await act()}");
        }

        var secrets = SecretsOf(network).Values.Concat(AppOf(network).Values.Where(value => value.StartsWith("given-", StringComparison.Ordinal)))
            .Concat(_calls.Calls.Select(call => call.Headers.GetValueOrDefault("Authorization")?.Split(' ', 2)[1]).OfType<string>())
            .Append("login-code-77c1e0").Append("login-verifier-5d02aa").Distinct().ToList();
        secrets.Count.ShouldBeGreaterThan(2);
        _stage.Logs.Lines.Count.ShouldBeGreaterThan(told.Count - 1);
        foreach (var secret in secrets)
        {
            _stage.Logs.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal), "a log line holds a secret");
            told.ShouldNotContain(words => words.Contains(secret, StringComparison.Ordinal), "a result tells a secret");
            if (!AppOf(network).ContainsValue(secret) && secret != "login-code-77c1e0")
                _calls.Calls.ShouldNotContain(call => call.Url.AbsoluteUri.Contains(secret, StringComparison.Ordinal) && !call.Url.AbsolutePath.Contains("oauth", StringComparison.Ordinal), "an address holds a secret");
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public async Task A_channel_sends_a_create_once_whatever_the_answer(string network)
    {
        var statuses = new[] { 200, 201, 302, 400, 401, 402, 403, 404, 408, 409, 422, 426, 429, 500, 502, 503, 504 };
        foreach (var status in statuses)
        {
            _calls.Answer = _ => (status, "{}");
            await Publish(network);
        }

        _calls.Answer = _ => throw new HttpRequestException("reset", new IOException());
        await Publish(network);

        _calls.Calls.Count.ShouldBe(statuses.Length + 1);
        _calls.Calls.ShouldAllBe(call => call.Method == HttpMethod.Post);
    }

    private IEnumerable<(string Name, Func<Task<object?>> Act)> Acts(string network)
    {
        var (channel, account) = (_stage.Catalog[new ChannelKey(network)], Account(network));
        yield return ("publish", async () => await Publish(network));
        yield return ("remove", async () => await channel.RemoveAsync("1001", account, CancellationToken.None));
        if (channel is IFindsPosts finds)
        {
            yield return ("read back", async () => await finds.ReadBackAsync(_stage.Clock.GetUtcNow().AddMinutes(-2), account, CancellationToken.None));
            yield return ("see", async () => await finds.SeeAsync("1001", account, CancellationToken.None));
        }

        if (channel is ITakesPictures pictures)
            yield return ("hand in", async () => await pictures.HandInAsync([1, 2, 3], "ICU nurse", account, CancellationToken.None));
        if (channel is IReportsReach reach)
            yield return ("reach", async () => await reach.ReadReachAsync(["1001"], account, CancellationToken.None));
        if (channel is IRenewsTokens renews && renews.CanRenew(account.Secrets))
            yield return ("renew", async () => await renews.RenewAsync(account, CancellationToken.None));
        if (channel is IConnectsAccounts login)
            yield return ("log in", async () => await login.FinishLoginAsync(new LoginAnswer(AppOf(network), new Uri("https://recruit.example/connect"), "login-code-77c1e0", "login-verifier-5d02aa"), CancellationToken.None));
        if (channel is IConnectsByKey keys)
            yield return ("try keys", async () => await keys.TryKeysAsync(AppOf(network), CancellationToken.None));
        if (channel is ITargetsAudiences targets)
            yield return ("target", async () => await targets.TargetAsync(new Audience("29-1141.03", "ICU nurse", "Duluth", "MN", "US"), account, CancellationToken.None));
    }

    private async Task<PublishResult> Publish(string network)
    {
        var channel = _stage.Catalog[new ChannelKey(network)];
        const string link = "https://jobs.example.org/go/a9f3k2";
        return await channel.PublishAsync(
            new PublishRequest(channel.Limits.LinkStandsInText ? $"ICU nurse {link}" : "ICU nurse", link, new LinkCard("ICU nurse", "Northfield"), [], Targeting.Everyone, Guid.CreateVersion7(), _stage.Clock.GetUtcNow()),
            Account(network), CancellationToken.None);
    }

    // Everything that the network was sent, wherever it might look for words.
    private static string Quote(SentRequest call)
    {
        var words = $"{call.Headers.GetValueOrDefault("Authorization")} {call.Url} {call.Body}";
        return JsonSerializer.Serialize(new
        {
            error = words, error_description = words, message = words, title = words, detail = words, code = "X", serviceErrorCode = 1, data = new[] { new { text = words, message = words } }, elements = new[] { new { commentary = words } },
        });
    }

    private AccountAccess Account(string network) => new(Guid.CreateVersion7(), "@northfield.example", "5515715", new Uri("https://server.example"), SecretsOf(network));

    private Dictionary<string, string> SecretsOf(string network)
        => _stage.Catalog[new ChannelKey(network)].Secrets.ToDictionary(spec => spec.Name, spec => $"kept-{spec.Name}-4e91bb");

    private Dictionary<string, string> AppOf(string network) => (_stage.Catalog[new ChannelKey(network)] switch
    {
        IConnectsAccounts login => login.AppSecrets,
        IConnectsByKey keys => keys.Asked,
        _ => [],
    }).Where(spec => !spec.IsShown).ToDictionary(spec => spec.Name, spec => $"given-{spec.Name}-c03f7a")
        .Concat(new Dictionary<string, string> { ["server"] = "server.example", ["handle"] = "northfield.example", ["client_id"] = "shown-id", ["app_id"] = "shown-id" })
        .ToDictionary(pair => pair.Key, pair => pair.Value);
}
