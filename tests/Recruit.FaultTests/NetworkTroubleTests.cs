using Recruit.Accounts;
using Recruit.Deliveries;
using Recruit.FaultTests.Support;

namespace Recruit.FaultTests;

/// <summary>What the networks may do to a call, each on its own account of the same run.</summary>
public sealed class NetworkTroubleTests
{
    [Theory]
    [InlineData(Base.Embedded)]
    [InlineData(Base.Postgres)]
    public async Task Whatever_becomes_of_the_answer_every_post_stands_once(Base on)
    {
        await using var scene = await Scene.SetAsync(on, accountsPerNetwork: 7, settings: new Dictionary<string, string>
        {
            ["Channels:TimeOut"] = "00:00:02",
        });
        string[] troubles = ["accept-then-close", "accept-then-hang", "hang", "error-after", "error-before", "duplicate", "slow"];
        foreach (var account in scene.Cast.Accounts)
            await scene.Stage.Networks.TroubleAsync(account.Channel.Value, troubles[int.Parse(account.RemoteId[1..], System.Globalization.CultureInfo.InvariantCulture) - 1], account.RemoteId, times: 2, milliseconds: 500);
        var deliveries = await scene.Cast.BurstAsync(3, TimeProvider.System.GetUtcNow());

        using var app = await scene.Stage.StartAsync();
        await scene.SettledAsync(deliveries);

        await scene.StandsOnceAsync(deliveries);
    }

    [Fact]
    public async Task A_network_that_never_gives_an_answer_still_gets_every_post_once()
    {
        await using var scene = await Scene.SetAsync(Base.Embedded, accountsPerNetwork: 1);
        await scene.Stage.Networks.TroubleAsync("x", "accept-then-close");
        await scene.Stage.Networks.TroubleAsync("linkedin", "error-after");
        await scene.Stage.Networks.TroubleAsync("facebook", "accept-then-close");
        var deliveries = await scene.Cast.BurstAsync(4, TimeProvider.System.GetUtcNow());

        using var app = await scene.Stage.StartAsync();
        await scene.SettledAsync(deliveries);

        await scene.StandsOnceAsync(deliveries);
        (await scene.Stage.Networks.CallsAsync()).Count(call => call.IsCreate).ShouldBe(deliveries.Count, "nothing may be sent again");
    }

    [Fact]
    public async Task A_limit_that_tells_its_end_is_kept_to_the_second_and_one_that_does_not_stops_the_account()
    {
        await using var scene = await Scene.SetAsync(Base.Embedded, accountsPerNetwork: 1);
        await scene.Stage.Networks.TroubleAsync("x", "rate-limit", times: 1, seconds: 3);
        await scene.Stage.Networks.TroubleAsync("linkedin", "rate-limit");
        var deliveries = await scene.Cast.BurstAsync(3, TimeProvider.System.GetUtcNow());
        var told = deliveries.Where(delivery => scene.NetworkOf(delivery) != "linkedin").ToList();

        using var app = await scene.Stage.StartAsync();
        await scene.SettledAsync(told);

        await scene.StandsOnceAsync(told);
        var calls = (await scene.Stage.Networks.CallsAsync()).Where(call => call.IsCreate).ToLookup(call => call.Network);
        var x = calls["x"].OrderBy(call => call.ArrivedAt).ToList();
        (x[1].ArrivedAt - x[0].ArrivedAt).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2.9));
        calls["linkedin"].Count().ShouldBe(1);
        foreach (var waiting in await scene.Stage.DeliveriesAsync([.. deliveries.Except(told).Select(delivery => delivery.Id)]))
        {
            waiting.State.ShouldBeOneOf(DeliveryState.Retrying, DeliveryState.Scheduled);
            waiting.NextAt.ShouldNotBeNull();
            waiting.NeedsPerson.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_refused_token_or_spent_credits_stop_one_account_and_burn_nothing()
    {
        await using var scene = await Scene.SetAsync(Base.Embedded, accountsPerNetwork: 2);
        var (signedOut, broke) = (scene.AccountOf("linkedin", 0), scene.AccountOf("x", 0));
        await scene.Stage.Networks.TroubleAsync("linkedin", "unauthorized", signedOut.RemoteId);
        await scene.Stage.Networks.TroubleAsync("x", "credits", broke.RemoteId);
        var deliveries = await scene.Cast.BurstAsync(2, TimeProvider.System.GetUtcNow());
        var others = deliveries.Where(delivery => delivery.AccountId != signedOut.Id && delivery.AccountId != broke.Id).ToList();

        using var app = await scene.Stage.StartAsync();
        await scene.SettledAsync(others);
        (await Stage.UntilAsync(async () => await StatesAsync() is [AccountState.SignedOut, AccountState.Stopped], TimeSpan.FromSeconds(30))).ShouldBeTrue();

        await scene.StandsOnceAsync(others);
        foreach (var waiting in await scene.Stage.DeliveriesAsync([.. deliveries.Except(others).Select(delivery => delivery.Id)]))
            waiting.State.ShouldBeOneOf(DeliveryState.Retrying, DeliveryState.Scheduled);

        async Task<AccountState[]> StatesAsync()
        {
            var rows = await scene.Stage.DeliveriesAsync([.. deliveries.Except(others).Select(delivery => delivery.Id)]);
            return [rows.First(row => row.AccountId == signedOut.Id).Account!.State, rows.First(row => row.AccountId == broke.Id).Account!.State];
        }
    }
}
