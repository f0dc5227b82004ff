using Recruit.Channels;
using Recruit.Channels.Mastodon;
using Recruit.Tests.Support;

namespace Recruit.Tests.Channels.Mastodon;

public sealed class MastodonConnectTests : IDisposable
{
    private readonly FakeNetwork _network = new();
    private readonly ChannelStage _stage;

    public MastodonConnectTests() => _stage = new ChannelStage(_network.StandIn);

    private IConnectsByKey Mastodon => (IConnectsByKey)_stage.Catalog[new ChannelKey("mastodon")];

    public void Dispose()
    {
        _stage.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task A_token_tells_whose_it_is_and_what_it_may_do()
    {
        Plan("accounts/verify_credentials", "me");
        Plan("apps/verify_credentials", "app");
        _network.Answer(HttpMethod.Get, "/api/v2/instance", RecordedReply.Load("Mastodon/instance"));

        var done = (await TryAsync("mastodon.example")).ShouldBeOfType<LoginResult.LoggedIn>();

        var account = done.Accounts.ShouldHaveSingleItem();
        (account.Handle, account.RemoteId, account.Server).ShouldBe(("@NorthfieldJobs@mastodon.example", "109500000000005715", "https://mastodon.example"));
        account.Secrets["access_token"].ShouldBe("token-8");
        done.Checks.ShouldAllBe(check => check.Severity == CheckSeverity.Fine);
        _network.Sent.ShouldAllBe(sent => sent.Method == HttpMethod.Get && sent.Url.Host == "mastodon.example");
    }

    [Fact]
    public async Task A_lacking_scope_and_a_shorter_limit_are_said_in_plain_words()
    {
        Plan("accounts/verify_credentials", "me");
        _network.Answer(HttpMethod.Get, "/api/v1/apps/verify_credentials", 200, """{"name":"Recruit","scopes":["read"]}""");
        _network.Answer(HttpMethod.Get, "/api/v2/instance", 200, """{"configuration":{"statuses":{"max_characters":300,"characters_reserved_per_url":23}}}""");

        var blocks = (await TryAsync("mastodon.example")).ShouldBeOfType<LoginResult.LoggedIn>().Checks.Where(check => check.Severity == CheckSeverity.Blocks).Select(check => check.Text).ToList();

        blocks.Count.ShouldBe(2);
        blocks[0].ShouldContain("lacks write:statuses");
        blocks[1].ShouldContain("Set Channels:Mastodon:MaxCharacters to 300");
    }

    [Fact]
    public async Task A_server_that_does_not_tell_is_no_obstacle()
    {
        Plan("accounts/verify_credentials", "me");
        _network.Answer(HttpMethod.Get, "/api/v1/apps/verify_credentials", 200, """{"name":"Recruit"}""");
        _network.Answer(HttpMethod.Get, "/api/v2/instance", 404, "{}");

        (await TryAsync("mastodon.example")).ShouldBeOfType<LoginResult.LoggedIn>().Checks.ShouldNotContain(check => check.Severity == CheckSeverity.Blocks);
    }

    [Fact]
    public async Task A_wrong_token_and_a_wrong_server_say_so()
    {
        Plan("accounts/verify_credentials", "signed-out");
        (await TryAsync("mastodon.example")).ShouldBeOfType<LoginResult.Failed>().Reason.ShouldContain("does not know this token");

        (await TryAsync("not a server")).ShouldBeOfType<LoginResult.Failed>().Reason.ShouldContain("name of a Mastodon server");
    }

    [Theory]
    [InlineData("mastodon.example", "https://mastodon.example/")]
    [InlineData(" https://mastodon.example/@jobs ", "https://mastodon.example/")]
    [InlineData("@jobs@mastodon.example", "https://mastodon.example/")]
    [InlineData("http://localhost:6100", "http://localhost:6100/")]
    [InlineData("http://mastodon.example", null)]
    [InlineData("ftp://mastodon.example", null)]
    [InlineData("mastodon", null)]
    [InlineData("", null)]
    public void A_server_is_known_from_what_people_paste(string pasted, string? server) => (MastodonConnect.ServerIn(pasted)?.AbsoluteUri).ShouldBe(server);

    private Task<LoginResult> TryAsync(string server)
        => Mastodon.TryKeysAsync(new Dictionary<string, string> { ["server"] = server, ["access_token"] = "token-8" }, CancellationToken.None);

    private void Plan(string path, string reply) => _network.Answer(HttpMethod.Get, "/api/v1/" + path, RecordedReply.Load("Mastodon/" + reply));
}
