using Recruit.Channels;

namespace Recruit.Tests.Channels;

/// <summary>What every channel must do, whatever its network. Run against recorded answers and against the practice network.</summary>
public abstract class ChannelContract : IAsyncLifetime
{
    public const string Link = "https://jobs.example.org/go/a9f3k2";

    private readonly List<string> _reasons = [];
    private PublishRequest? _first;

    protected abstract ChannelStage Stage { get; }

    protected abstract string Key { get; }

    protected abstract AccountAccess Account { get; }

    protected IChannel Channel => Stage.Catalog[new ChannelKey(Key)];

    /// <summary>Brings the situation about; answers the id of the post that the situation is about, if there is one.</summary>
    protected abstract Task<string> ArrangeAsync(Situation situation);

    /// <summary>Makes the network refuse the next post so; false when it cannot.</summary>
    protected abstract Task<bool> ArrangeAsync(Refusal refusal);

    /// <summary>The key of the next request: another one each time, where recorded answers do not name it.</summary>
    protected virtual Guid RepeatKey => Guid.CreateVersion7();

    /// <summary>Folder of the channel's recorded answers.</summary>
    protected abstract string Folder { get; }

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync()
    {
        foreach (var secret in Account.Secrets.Values)
        {
            Stage.Logs.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal), "a log line holds a secret");
            _reasons.ShouldNotContain(reason => reason.Contains(secret, StringComparison.Ordinal), "a reason holds a secret");
        }

        Stage.Logs.Lines.ShouldNotContain(line => line.Contains("ICU nurse", StringComparison.Ordinal) || line.Contains("a9f3k2", StringComparison.Ordinal), "a log line holds words of the copy");
        Stage.Dispose();
        return Task.CompletedTask;
    }

    protected PublishRequest Request(string words = "ICU nurse (nights): $42–$58 an hour & a sign-on bonus. #nursing 🩺")
    {
        var text = Channel.Limits.LinkStandsInText ? $"{words} {Link}" : words;
        return new PublishRequest(text, Link, new LinkCard("ICU nurse, nights", "Northfield General"), [], Targeting.Everyone, RepeatKey, Stage.Clock.GetUtcNow());
    }

    /// <summary>The one request whose repetition carries its key and its instant.</summary>
    protected PublishRequest First => _first ??= Request();

    protected async Task<PublishResult> PublishAsync(PublishRequest? request = null)
    {
        var result = await Channel.PublishAsync(request ?? Request(), Account, CancellationToken.None);
        _reasons.Add(result.Reason);
        return result;
    }

    /// <summary>A very small picture.</summary>
    protected Task<HandIn> HandInAsync()
        => ((ITakesPictures)Channel).HandInAsync([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "Job opening: ICU nurse. Duluth, MN.", Account, CancellationToken.None);

    protected Task<RemoveResult> RemoveAsync(string id) => Channel.RemoveAsync(id, Account, CancellationToken.None);

    protected Task<PostSight> SeeAsync(string id) => ((IFindsPosts)Channel).SeeAsync(id, Account, CancellationToken.None);

    protected Task<ReadBack> ReadBackAsync()
        => ((IFindsPosts)Channel).ReadBackAsync(Stage.Clock.GetUtcNow().AddMinutes(-2), Account, CancellationToken.None);

    protected Task<ReachReading> ReadReachAsync(params string[] ids) => ((IReportsReach)Channel).ReadReachAsync(ids, Account, CancellationToken.None);

    [Fact]
    public async Task A_post_is_published_with_its_id_and_address()
    {
        await ArrangeAsync(Situation.Publishes);

        var published = (await PublishAsync()).ShouldBeOfType<PublishResult.Published>();

        published.RemoteId.ShouldNotBeEmpty();
        published.Url.ShouldNotBeNull();
        Uri.IsWellFormedUriString(published.Url, UriKind.Absolute).ShouldBeTrue();
        published.RequestId.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_post_a_second_time_is_known_to_be_the_same()
    {
        var id = await ArrangeAsync(Situation.CallsItDuplicate);

        if (Channel is IRepeatsSafely)
            (await PublishAsync(First)).ShouldBeOfType<PublishResult.Published>().RemoteId.ShouldBe(id);
        else
            (await PublishAsync()).ShouldBeOfType<PublishResult.Duplicate>().Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Every_row_of_the_error_table_has_its_outcome()
    {
        var rows = Refusal.AllOf(Folder);
        var played = 0;
        foreach (var row in rows)
        {
            row.Source.ShouldStartWith("https://", customMessage: row.Row);
            if (!await ArrangeAsync(row))
                continue;

            played++;
            var result = await PublishAsync(Request($"Opening number {played}"));
            result.GetType().Name.ShouldBe(row.Outcome, row.Row);
            result.Reason.ShouldNotBeNullOrWhiteSpace(row.Row);
            if (result is PublishResult.RateLimited limited)
                limited.Until.ShouldBeGreaterThan(Stage.Clock.GetUtcNow(), row.Row);
        }

        played.ShouldBeGreaterThan(rows.Count / 2);
    }

    [Fact]
    public async Task Too_many_calls_end_at_an_instant_in_the_future()
    {
        await ArrangeAsync(Situation.LimitsTheRate);

        (await PublishAsync()).ShouldBeOfType<PublishResult.RateLimited>().Until.ShouldBeGreaterThan(Stage.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_refused_token_signs_the_account_out()
    {
        await ArrangeAsync(Situation.RefusesTheToken);

        (await PublishAsync()).ShouldBeOfType<PublishResult.SignedOut>().Reason.ShouldContain("onnect");
    }

    [Fact]
    public async Task An_account_without_its_token_is_signed_out_before_anything_is_sent()
    {
        var result = await Channel.PublishAsync(Request(), Account with { Secrets = new Dictionary<string, string>() }, CancellationToken.None);

        result.ShouldBeOfType<PublishResult.SignedOut>();
        Stage.Logs.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_of_the_network_leaves_the_outcome_open()
    {
        await ArrangeAsync(Situation.BreaksWhilePublishing);

        (await PublishAsync()).ShouldBeOfType<PublishResult.NoAnswer>();
    }

    [Fact]
    public async Task A_time_out_leaves_the_outcome_open()
    {
        await ArrangeAsync(Situation.StaysSilent);
        Stage.GiveUpAfter(TimeSpan.FromMilliseconds(150));

        (await PublishAsync()).ShouldBeOfType<PublishResult.NoAnswer>();
    }

    [Fact]
    public async Task A_lost_connection_leaves_the_outcome_open_until_the_post_is_read_back()
    {
        await ArrangeAsync(Situation.HangsUpAfterAccepting);
        var request = Request();

        (await PublishAsync(request)).ShouldBeOfType<PublishResult.NoAnswer>();

        await ArrangeAsync(Situation.ShowsTheTimeline);
        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Read>().Posts.ShouldContain(post => post.Links.Contains(Link));
    }

    [Fact]
    public async Task A_network_that_cannot_be_reached_has_certainly_published_nothing()
    {
        await ArrangeAsync(Situation.CannotBeReached);

        (await PublishAsync()).ShouldBeOfType<PublishResult.Unreachable>();
    }

    [Fact]
    public async Task A_text_that_is_too_long_never_leaves()
    {
        var tooLong = Request(new string('x', Channel.Limits.MaxLength + 1));

        (await PublishAsync(tooLong)).ShouldBeOfType<PublishResult.Rejected>().Reason.ShouldContain("Shorten");

        Stage.Logs.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pictures_that_could_not_be_sent_are_not_left_out_silently()
    {
        var withPicture = Request() with { Media = [.. Enumerable.Repeat(new HandedPicture("1", "A ward"), Channel.Limits.MaxImages + 1)] };

        (await PublishAsync(withPicture)).ShouldBeOfType<PublishResult.Rejected>();
    }

    [Fact]
    public async Task A_post_is_removed()
    {
        var id = await ArrangeAsync(Situation.Removes);

        (await RemoveAsync(id)).ShouldBeOfType<RemoveResult.Removed>();
    }

    [Fact]
    public async Task A_post_that_is_gone_already_counts_as_removed()
    {
        var id = await ArrangeAsync(Situation.HasNothingToRemove);

        (await RemoveAsync(id) is RemoveResult.Gone or RemoveResult.Removed).ShouldBeTrue();
    }

    [Fact]
    public async Task A_post_that_stands_is_seen_by_its_id()
    {
        var id = await ArrangeAsync(Situation.StillShowsThePost);

        (await SeeAsync(id)).ShouldBeOfType<PostSight.Stands>();
    }

    [Fact]
    public async Task A_post_that_was_removed_is_seen_to_be_gone()
    {
        var id = await ArrangeAsync(Situation.NoLongerShowsThePost);

        (await SeeAsync(id)).ShouldBeOfType<PostSight.Gone>();
    }

    [Fact]
    public async Task A_removal_that_broke_is_tried_again()
    {
        var id = await ArrangeAsync(Situation.BreaksWhileRemoving);

        (await RemoveAsync(id)).ShouldBeOfType<RemoveResult.TryLater>();
    }

    [Fact]
    public async Task Posts_are_read_back_as_they_were_sent()
    {
        var id = await ArrangeAsync(Situation.ShowsTheTimeline);

        var post = (await ReadBackAsync()).ShouldBeOfType<ReadBack.Read>().Posts.First(read => read.RemoteId == id);

        post.Text.ShouldBe(Request().Text);
        post.Links.ShouldContain(Link);
        post.CreatedAt.ShouldBeInRange(Stage.Clock.GetUtcNow().AddMinutes(-2), Stage.Clock.GetUtcNow());
        post.Url.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_empty_timeline_is_read_as_empty()
    {
        await ArrangeAsync(Situation.ShowsAnEmptyTimeline);

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Read>().Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unreadable_timeline_is_not_an_empty_one()
    {
        await ArrangeAsync(Situation.RefusesTheTokenWhenRead);

        (await ReadBackAsync()).ShouldBeOfType<ReadBack.Failed>().Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Reach_is_told_under_the_metrics_that_the_channel_names()
    {
        var id = await ArrangeAsync(Situation.TellsReach);

        var reading = (await ReadReachAsync(id)).ShouldBeOfType<ReachReading.Read>();

        var reach = reading.Posts.ShouldHaveSingleItem();
        reach.RemoteId.ShouldBe(id);
        reach.Values.ShouldNotBeEmpty();
        reach.Values.Keys.ShouldBeSubsetOf(((IReportsReach)Channel).Metrics.Select(metric => metric.Key));
        reading.Followers.ShouldNotBeNull();
    }

    [Fact]
    public async Task Reach_that_may_not_be_read_says_until_when()
    {
        var id = await ArrangeAsync(Situation.LimitsTheRateOfReach);

        var until = (await ReadReachAsync(id)).ShouldBeOfType<ReachReading.Failed>().Until.ShouldNotBeNull();
        until.ShouldBeGreaterThan(Stage.Clock.GetUtcNow());
    }

    [Fact]
    public void The_timeline_is_a_web_address() => Channel.TimelineUrl(Account).Scheme.ShouldStartWith("http");
}
