using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Tests.Channels;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

/// <summary>What a lane sends while no create is ever answered, on the real channels: no create follows another without a look, except the same one where that is harmless.</summary>
public abstract class LaneCallsTests : SendingTest, IDisposable
{
    private readonly CallRecorder _calls;
    private readonly LogBook _logs;

    protected LaneCallsTests(string network, string emptyTimeline) : this(network, emptyTimeline, new CallRecorder(), new LogBook())
    {
    }

    private LaneCallsTests(string network, string emptyTimeline, CallRecorder calls, LogBook logs)
        : base(account: A.Account(network, "@jobs", server: network == "mastodon" ? "https://mastodon.example" : ""), replace: builder => Replace(builder, calls, logs))
    {
        (_calls, _logs) = (calls, logs);
        var empty = RecordedReply.Load(emptyTimeline);
        _calls.Answer = call => call.Method == HttpMethod.Get ? (200, empty.BodyText) : throw new HttpRequestException("reset", new IOException());
    }

    protected override string Token => "lane-token-5f27c9d1";

    public void Dispose()
    {
        _calls.Dispose();
        _logs.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task No_create_follows_another_without_a_look_unless_it_is_the_same_and_harmless()
    {
        var delivery = await ScheduleAsync();
        await RunLaneAsync();
        for (var waking = 0; waking < 8; waking++)
            await RunLaneAfterAsync(TimeSpan.FromMinutes(6));

        (await NowAsync(delivery)).NeedsPerson.ShouldBeTrue();
        var isHarmless = The<ChannelCatalog>()[Account.Channel] is IRepeatsSafely;
        _calls.Calls.Count(IsCreate).ShouldBeGreaterThan(1);
        for (var place = 1; place < _calls.Calls.Count; place++)
            if (IsCreate(_calls.Calls[place]) && IsCreate(_calls.Calls[place - 1]))
            {
                isHarmless.ShouldBeTrue();
                Key(_calls.Calls[place]).ShouldBe(Key(_calls.Calls[place - 1]));
            }

        if (isHarmless)
            _calls.Calls.Where(IsCreate).Select(Key).Distinct().ShouldHaveSingleItem();
        _logs.Lines.ShouldNotBeEmpty();
        _logs.Lines.ShouldNotContain(line => line.Contains(Token, StringComparison.Ordinal));
        (await Db.ReadAsync(db => db.Attempts.Select(row => row.Reason).ToListAsync())).ShouldNotContain(reason => reason.Contains(Token, StringComparison.Ordinal));
    }

    private static bool IsCreate(SentRequest call) => call.Method == HttpMethod.Post;

    // All that could make it another post.
    private static (string Url, string? Key, string Body) Key(SentRequest call) => (call.Url.AbsoluteUri, call.Headers.GetValueOrDefault("Idempotency-Key"), call.Body);

    private static void Replace(IHostApplicationBuilder builder, CallRecorder calls, LogBook logs)
    {
        builder.AddChannels();
        calls.StandIn(builder.Services);
        builder.Services.AddSingleton<ILoggerProvider>(logs);
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
    }
}

public class XLaneCallsTests() : LaneCallsTests("x", "X/timeline-empty");

public class LinkedInLaneCallsTests() : LaneCallsTests("linkedin", "LinkedIn/posts-empty");

public class FacebookLaneCallsTests() : LaneCallsTests("facebook", "Facebook/published-posts-empty");

public class MastodonLaneCallsTests() : LaneCallsTests("mastodon", "Mastodon/statuses-empty");

public class BlueskyLaneCallsTests() : LaneCallsTests("bluesky", "Bluesky/records-empty");
