using System.Buffers.Text;
using System.Text;
using Recruit.Channels;
using Recruit.Tests.Support;

namespace Recruit.Tests.Channels.Bluesky;

public sealed class BlueskyConnectTests : IDisposable
{
    private const string LogIn = "/xrpc/com.atproto.server.createSession";
    private const string Refresh = "/xrpc/com.atproto.server.refreshSession";

    private readonly FakeNetwork _network = new();
    private readonly ChannelStage _stage;

    public BlueskyConnectTests() => _stage = new ChannelStage(_network.StandIn);

    private IChannel Bluesky => _stage.Catalog[new ChannelKey("bluesky")];

    private static AccountAccess Account { get; } = new(Guid.NewGuid(), "@northfield.example", "did:plc:ewvi7nxzyoun6zhxrhs64oiz", null,
        new Dictionary<string, string> { ["access_token"] = "access-1-long", ["refresh_token"] = "refresh-1-long", ["app_password"] = "abcd-efgh-ijkl-mnop" });

    public void Dispose()
    {
        foreach (var secret in Account.Secrets.Values)
            _stage.Logs.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
        _stage.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task A_handle_and_an_app_password_tell_the_account_and_its_session()
    {
        _network.Answer(HttpMethod.Post, LogIn, RecordedReply.Load("Bluesky/session"));

        var done = (await TryAsync("@northfield.example ")).ShouldBeOfType<LoginResult.LoggedIn>();

        var account = done.Accounts.ShouldHaveSingleItem();
        (account.Handle, account.RemoteId, account.Server).ShouldBe(("@northfield.example", "did:plc:ewvi7nxzyoun6zhxrhs64oiz", ""));
        account.Secrets.ShouldBe(new Dictionary<string, string> { ["access_token"] = "access-2", ["app_password"] = "abcd-efgh-ijkl-mnop", ["refresh_token"] = "refresh-2" }, ignoreOrder: true);
        account.Life.ShouldBe(new TokenLife(_stage.Clock.GetUtcNow().AddHours(2), _stage.Clock.GetUtcNow().AddMinutes(90)));
        done.Checks.ShouldAllBe(check => check.Severity == CheckSeverity.Fine);
        _network.Sent.ShouldHaveSingleItem().Body.ShouldBe("""{"identifier":"northfield.example","password":"abcd-efgh-ijkl-mnop"}""");
    }

    [Fact]
    public async Task The_accounts_own_password_is_advised_against()
    {
        var token = $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes("""{"scope":"com.atproto.access","exp":1791277200}"""))}.sig";
        _network.Answer(HttpMethod.Post, LogIn, 200, $$"""{"did":"did:plc:a","handle":"n.example","accessJwt":"{{token}}","refreshJwt":"r"}""");

        var done = (await TryAsync("n.example")).ShouldBeOfType<LoginResult.LoggedIn>();

        done.Checks.ShouldContain(check => check.Severity == CheckSeverity.Lacks && check.Text.Contains("own password", StringComparison.Ordinal));
        done.Accounts[0].Life.EndsAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1791277200));
    }

    [Theory]
    [InlineData(401, "AuthenticationRequired", "Copy both again")]
    [InlineData(401, "AuthFactorTokenRequired", "Make an app password")]
    [InlineData(429, "RateLimitExceeded", "later")]
    [InlineData(404, "XRPCNotSupported", "address")]
    public async Task A_refused_login_says_what_to_do(int status, string error, string words)
    {
        _network.Answer(HttpMethod.Post, LogIn, status, $$"""{"error":"{{error}}","message":"m"}""");

        (await TryAsync("n.example")).ShouldBeOfType<LoginResult.Failed>().Reason.ShouldContain(words);
    }

    [Fact]
    public async Task A_session_is_renewed_with_its_refresh_token()
    {
        _network.Answer(HttpMethod.Post, Refresh, RecordedReply.Load("Bluesky/session"));

        (await RenewAsync()).ShouldBeOfType<RenewResult.Renewed>().Secrets["refresh_token"].ShouldBe("refresh-2");

        _network.Sent.ShouldHaveSingleItem().Headers["Authorization"].ShouldBe("Bearer refresh-1-long");
    }

    [Fact]
    public async Task A_refused_refresh_token_is_followed_by_the_app_password()
    {
        _network.Answer(HttpMethod.Post, Refresh, 400, """{"error":"ExpiredToken","message":"Token has been revoked"}""");
        _network.Answer(HttpMethod.Post, LogIn, RecordedReply.Load("Bluesky/session"));

        (await RenewAsync()).ShouldBeOfType<RenewResult.Renewed>().Secrets["access_token"].ShouldBe("access-2");
    }

    [Fact]
    public async Task A_lost_refresh_is_tried_later_without_the_app_password()
    {
        _network.Answer(HttpMethod.Post, Refresh, 502, "");

        (await RenewAsync()).ShouldBeOfType<RenewResult.TryLater>();
    }

    [Fact]
    public async Task A_revoked_app_password_ends_the_renewals()
    {
        _network.Answer(HttpMethod.Post, Refresh, 400, """{"error":"ExpiredToken","message":"m"}""");
        _network.Answer(HttpMethod.Post, LogIn, 401, """{"error":"AuthenticationRequired","message":"Invalid identifier or password"}""");

        (await RenewAsync()).ShouldBeOfType<RenewResult.Refused>().Reason.ShouldContain("Make a new app password");
    }

    private Task<LoginResult> TryAsync(string handle)
        => ((IConnectsByKey)Bluesky).TryKeysAsync(new Dictionary<string, string> { ["handle"] = handle, ["app_password"] = "abcd-efgh-ijkl-mnop" }, CancellationToken.None);

    private Task<RenewResult> RenewAsync() => ((IRenewsTokens)Bluesky).RenewAsync(Account, CancellationToken.None);
}
