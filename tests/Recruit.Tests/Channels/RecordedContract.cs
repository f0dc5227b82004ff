using Recruit.Channels;
using Recruit.Tests.Support;

namespace Recruit.Tests.Channels;

/// <summary>The contract on recorded answers, with the cases that a practice network does not play.</summary>
public abstract class RecordedContract : ChannelContract
{
    private ChannelStage? _stage;

    protected FakeNetwork Network { get; } = new();

    protected override ChannelStage Stage => _stage ??= new ChannelStage(Network.StandIn);

    protected abstract string CreatePath { get; }

    /// <summary>The refusal that stops the account, and one that quotes the token: file names.</summary>
    protected abstract string StoppedReply { get; }

    protected abstract string RejectedReply { get; }

    public override async Task DisposeAsync()
    {
        foreach (var (secret, sent) in Account.Secrets.Values.SelectMany(_ => Network.Sent, (secret, sent) => (secret, sent)))
            sent.Url.AbsoluteUri.ShouldNotContain(secret);
        await base.DisposeAsync();
        Network.Dispose();
    }

    protected override Task<bool> ArrangeAsync(Refusal refusal)
    {
        Network.Answer(HttpMethod.Post, CreatePath, refusal.Status, refusal.BodyText, refusal.Headers);
        return Task.FromResult(true);
    }

    protected RecordedReply Reply(string file) => RecordedReply.Load($"{Folder}/{file}");

    protected void Plan(HttpMethod method, string path, string file) => Network.Answer(method, path, Reply(file));

    [Fact]
    public async Task A_refused_post_is_rejected_with_the_networks_own_words()
    {
        Plan(HttpMethod.Post, CreatePath, RejectedReply);

        (await PublishAsync()).ShouldBeOfType<PublishResult.Rejected>().Reason.ShouldContain("It says:");
    }

    [Fact]
    public async Task An_account_that_may_not_post_is_stopped()
    {
        Plan(HttpMethod.Post, CreatePath, StoppedReply);

        (await PublishAsync()).ShouldBeOfType<PublishResult.AccountStopped>().Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_refusal_that_quotes_the_token_does_not_tell_it()
    {
        var reply = Reply(RejectedReply);
        var quoting = reply.BodyText.Replace(": \"", $": \"{Account.Secrets["access_token"]} ", StringComparison.Ordinal);
        Network.Answer(HttpMethod.Post, CreatePath, reply.Status, quoting, reply.Headers);

        (await PublishAsync()).Reason.ShouldContain("***");
    }

    /// <summary>Where one post is asked for.</summary>
    protected abstract string SightPath { get; }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "{\"data\":")]
    [InlineData(500, "<html>Bad gateway</html>")]
    [InlineData(403, "{}")]
    public async Task An_unreadable_answer_about_a_post_is_not_its_absence(int status, string body)
    {
        var id = await ArrangeAsync(Situation.Removes);
        await RemoveAsync(id);
        Network.Answer(HttpMethod.Get, SightPath, status, body);

        (await SeeAsync(id)).ShouldBeOfType<PostSight.Unreadable>().Reason.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Welcome</html>")]
    [InlineData("{\"data\":")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_yes_that_names_no_post_leaves_the_outcome_open(string body)
    {
        Network.Answer(HttpMethod.Post, CreatePath, 201, body);

        (await PublishAsync()).ShouldBeOfType<PublishResult.NoAnswer>();
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_leaves_the_outcome_open()
    {
        Network.Answer(HttpMethod.Post, CreatePath, 302, headers: new Dictionary<string, string> { ["Location"] = "https://elsewhere.example/" });

        (await PublishAsync()).ShouldBeOfType<PublishResult.NoAnswer>();
        Network.Sent.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_create_is_sent_once_however_it_ends(int status)
    {
        Network.Answer(HttpMethod.Post, CreatePath, status, "<html>Bad gateway</html>", new Dictionary<string, string> { ["Retry-After"] = "0" });

        (await PublishAsync()).ShouldBeOfType<PublishResult.NoAnswer>();
        Network.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task No_refusal_makes_a_create_go_out_twice()
    {
        var rows = Refusal.AllOf(Folder);
        foreach (var row in rows)
        {
            await ArrangeAsync(row);
            await PublishAsync();
        }

        Network.Sent.Count.ShouldBe(rows.Count);
    }

    [Fact]
    public async Task A_cancelled_call_may_have_arrived()
    {
        Network.StaySilent(HttpMethod.Post, CreatePath);
        using var stopping = new CancellationTokenSource();

        var publishing = Channel.PublishAsync(Request(), Account, stopping.Token);
        await stopping.CancelAsync();

        (await publishing).ShouldBeOfType<PublishResult.NoAnswer>();
    }

    [Fact]
    public async Task A_call_that_begins_after_the_end_sends_nothing()
        => (await Channel.PublishAsync(Request(), Account, new CancellationToken(canceled: true))).ShouldBeOfType<PublishResult.Unreachable>();
}
