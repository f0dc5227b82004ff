using Microsoft.AspNetCore.WebUtilities;
using Recruit.Channels;
using Recruit.Tests.Support;

namespace Recruit.Tests.Channels.X;

/// <summary>What X may answer to a login or a renewal beyond what a practice network plays.</summary>
public sealed class XConnectTests : IDisposable
{
    private const string Token = "/2/oauth2/token";

    private static readonly Dictionary<string, string> App = new() { ["client_id"] = "id-1", ["client_secret"] = "app-secret-9Lk3" };

    private static readonly AccountAccess Account = new(Guid.CreateVersion7(), "@NorthfieldJobs", "4455667788", null,
        new Dictionary<string, string>(App) { ["access_token"] = "x-token-7Qm2", ["refresh_token"] = "x-refresh-4Vb8" });

    private readonly FakeNetwork _network = new();
    private readonly ChannelStage _stage;

    public XConnectTests() => _stage = new ChannelStage(_network.StandIn);

    private IConnectsAccounts X => (IConnectsAccounts)_stage.Catalog[new ChannelKey("x")];

    public void Dispose()
    {
        foreach (var secret in Account.Secrets.Values.Where(value => value.Length > 5).Concat(["x-token-new-1", "x-refresh-new-1"]))
            _stage.Logs.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
        _stage.Dispose();
        _network.Dispose();
    }

    [Fact]
    public void The_login_carries_what_the_guide_demands_and_no_secret()
    {
        var url = X.LoginUrl(new LoginRequest(App, new Uri("https://recruit.example/connect/x/answer"), "state-1", "verifier-1"));

        url.GetLeftPart(UriPartial.Path).ShouldBe("https://x.com/i/oauth2/authorize");
        var query = QueryHelpers.ParseQuery(url.Query);
        query["response_type"].ToString().ShouldBe("code");
        query["redirect_uri"].ToString().ShouldBe("https://recruit.example/connect/x/answer");
        query["scope"].ToString().Split(' ').ShouldBe(["tweet.read", "tweet.write", "users.read", "media.write", "offline.access"]);
        query["code_challenge_method"].ToString().ShouldBe("S256");
        // printf verifier-1 | openssl dgst -sha256 -binary | basenc --base64url
        query["code_challenge"].ToString().ShouldBe("xTYRBLTDt1gS3-rw_3FBVafZ0iNg9bZYBbG8fRPvkEs");
        url.AbsoluteUri.ShouldNotContain("verifier-1");
        url.AbsoluteUri.ShouldNotContain(App["client_secret"]);
    }

    [Fact]
    public async Task A_renewal_without_a_new_refresh_token_keeps_the_old_one()
    {
        _network.Answer(HttpMethod.Post, Token, 200, """{"token_type":"bearer","expires_in":7200,"access_token":"x-token-new-1","scope":"tweet.read"}""");

        var renewed = (await X.RenewAsync(Account, CancellationToken.None)).ShouldBeOfType<RenewResult.Renewed>();

        renewed.Secrets["access_token"].ShouldBe("x-token-new-1");
        renewed.Secrets["refresh_token"].ShouldBe("x-refresh-4Vb8");
        renewed.Life.RenewAt.ShouldBe(_stage.Clock.GetUtcNow().AddMinutes(90));
        renewed.ToString().ShouldNotContain("x-token-new-1");
        var sent = _network.Sent.ShouldHaveSingleItem();
        sent.Url.Query.ShouldBeEmpty();
        sent.Headers["Authorization"].ShouldStartWith("Basic ");
        QueryHelpers.ParseQuery(sent.Body)["grant_type"].ToString().ShouldBe("refresh_token");
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_request","error_description":"Value passed for the token was invalid."}""")]
    [InlineData(400, """{"error":"invalid_grant"}""")]
    [InlineData(401, """{"error":"unauthorized_client"}""")]
    public async Task A_dead_refresh_token_is_refused(int status, string body)
    {
        _network.Answer(HttpMethod.Post, Token, status, body);
        (await X.RenewAsync(Account, CancellationToken.None)).ShouldBeOfType<RenewResult.Refused>().Reason.ShouldContain("Connect the account again");
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(503, "<html>")]
    [InlineData(429, "{}")]
    [InlineData(200, "<html>")]
    public async Task What_proves_nothing_is_tried_later_and_sent_once(int status, string body)
    {
        _network.Answer(HttpMethod.Post, Token, status, body);
        (await X.RenewAsync(Account, CancellationToken.None)).ShouldBeOfType<RenewResult.TryLater>();
        _network.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_tried_later()
    {
        _network.Fail(HttpMethod.Post, Token, new HttpRequestException(HttpRequestError.ResponseEnded));
        (await X.RenewAsync(Account, CancellationToken.None)).ShouldBeOfType<RenewResult.TryLater>();
    }

    [Fact]
    public async Task Without_a_refresh_token_nothing_is_sent()
    {
        var bare = Account with { Secrets = new Dictionary<string, string> { ["access_token"] = "x-token-7Qm2" } };
        (await X.RenewAsync(bare, CancellationToken.None)).ShouldBeOfType<RenewResult.Refused>();
        X.CanRenew(bare.Secrets).ShouldBeFalse();
        X.CanRenew(Account.Secrets).ShouldBeTrue();
    }
}
