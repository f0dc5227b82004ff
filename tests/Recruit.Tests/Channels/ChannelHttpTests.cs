using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Channels;
using RestSharp;

namespace Recruit.Tests.Channels;

/// <summary>On real sockets: which failures prove that nothing left is a property of the handler, which a fake would only repeat.</summary>
public sealed class ChannelHttpTests : IDisposable
{
    private readonly ChannelStage _stage = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly AccountAccess _account = new(Guid.CreateVersion7(), "handle", "1", null, new Dictionary<string, string> { ["access_token"] = "token-8Wd3" });

    public ChannelHttpTests() => _listener.Start();

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _listener.Dispose();
        _stage.Dispose();
    }

    [Fact]
    public async Task A_refused_connection_sent_nothing()
    {
        var port = Port;
        _listener.Stop();

        (await PostAsync($"http://127.0.0.1:{port}/")).ShouldBeOfType<Setback>().Kind.ShouldBe(SetbackKind.Unreachable);
    }

    [Fact]
    public async Task An_unknown_name_sent_nothing()
        => (await PostAsync("https://no-such-host.invalid/")).ShouldBeOfType<Setback>().Kind.ShouldBe(SetbackKind.Unreachable);

    [Fact]
    public async Task A_failed_handshake_sent_nothing()
    {
        var serving = ServeAsync("this is not TLS");

        (await PostAsync($"https://127.0.0.1:{Port}/")).ShouldBeOfType<Setback>().Kind.ShouldBe(SetbackKind.Unreachable);
        await serving;
    }

    [Fact]
    public async Task A_connection_that_closes_without_an_answer_may_have_delivered()
    {
        var serving = ServeAsync("");

        (await PostAsync()).ShouldBeOfType<Setback>().Kind.ShouldBe(SetbackKind.NoAnswer);
        (await serving).ShouldContain("""{"text":"hello"}""");
    }

    [Fact]
    public async Task A_connection_that_is_reset_may_have_delivered()
    {
        var serving = ServeAsync("", reset: true);

        (await PostAsync()).ShouldBeOfType<Setback>().Kind.ShouldBe(SetbackKind.NoAnswer);
        await serving;
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_no_answer()
    {
        var serving = ServeAsync("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"data\":{\"id\":\"1\"}}");

        (await PostAsync()).ShouldBeOfType<Setback>().Kind.ShouldBe(SetbackKind.NoAnswer);
        await serving;
    }

    [Fact]
    public async Task An_answer_that_is_not_http_is_no_answer()
    {
        var serving = ServeAsync("SSH-2.0-OpenSSH_9.2\r\n");

        (await PostAsync()).ShouldBeOfType<Setback>().Kind.ShouldBe(SetbackKind.NoAnswer);
        await serving;
    }

    [Fact]
    public async Task A_silent_network_is_given_up_in_time()
    {
        _stage.GiveUpAfter(TimeSpan.FromMilliseconds(100));

        var setback = (await PostAsync()).ShouldBeOfType<Setback>();

        setback.Kind.ShouldBe(SetbackKind.NoAnswer);
        setback.Reason.ShouldContain("in time");
    }

    [Fact]
    public async Task A_body_that_never_ends_is_given_up_in_time()
    {
        _stage.GiveUpAfter(TimeSpan.FromMilliseconds(100));
        var accepting = _listener.AcceptTcpClientAsync();
        var posting = PostAsync();
        using var client = await accepting;
        await client.GetStream().WriteAsync("HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{"u8.ToArray());

        (await posting).ShouldBeOfType<Setback>().Kind.ShouldBe(SetbackKind.NoAnswer);
    }

    [Fact]
    public async Task A_whole_answer_comes_back_with_its_headers_and_without_secrets()
    {
        var serving = ServeAsync("HTTP/1.1 400 Bad Request\r\nX-Request: r-1\r\nContent-Length: 16\r\n\r\nToken token-8Wd3");

        var answer = (await PostAsync()).ShouldBeOfType<Answer>();

        answer.Status.ShouldBe(400);
        answer.RequestId.ShouldBe("r-1");
        answer.Body.ShouldBe("Token ***");
        await serving;
    }

    private async Task<Reply> PostAsync(string? address = null)
    {
        var request = new RestRequest("2/tweets", Method.Post).AddStringBody("""{"text":"hello"}""", ContentType.Json);
        return await _stage.Services.GetRequiredService<ChannelHttp>()
            .SendAsync(new Endpoint("X", new Uri(address ?? $"http://127.0.0.1:{Port}/"), "x-request"), request, _account, CancellationToken.None);
    }

    /// <summary>Takes one connection, reads what comes first, says its piece and closes.</summary>
    private async Task<string> ServeAsync(string answer, bool reset = false)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var heard = "";
        var buffer = new byte[8192];
        do
        {
            var count = await stream.ReadAsync(buffer);
            heard += Encoding.UTF8.GetString(buffer, 0, count);
            if (count == 0)
                break;
        }
        while (heard.StartsWith("POST", StringComparison.Ordinal) && !heard.EndsWith('}'));

        if (reset)
            client.LingerState = new LingerOption(true, 0);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        return heard;
    }
}
