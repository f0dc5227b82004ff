using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Tests.Support;

namespace Recruit.Tests.Accounts;

/// <summary>When an account waits for its next token, how long, and when it stops waiting.</summary>
public sealed class AccountTokenTests
{
    private static readonly DateTimeOffset Now = A.Now;

    private readonly Account _account = new() { Channel = new ChannelKey("x") };

    public AccountTokenTests() => _account.Connect(Life(Now));

    [Fact]
    public void An_hour_in_which_no_token_comes_counts_as_one_token_turned_away()
    {
        for (var minute = 0; minute < 60; minute++)
        {
            _account.AwaitRenewal(Now.AddMinutes(minute)).ShouldBeTrue();
            _account.PutOffRenewal(null, Now.AddMinutes(minute));
        }

        _account.TurnedAway.ShouldBe(1);
        _account.Renewed(Life(Now.AddHours(1)), Now.AddHours(1));
        _account.TakesCalls(Now.AddHours(1)).ShouldBeTrue();
    }

    [Fact]
    public void A_token_that_came_a_moment_ago_may_not_have_been_tried()
    {
        _account.Renewed(Life(Now), Now);

        for (var minute = 0; minute < 5; minute++)
            _account.AwaitRenewal(Now.AddMinutes(minute)).ShouldBeTrue();

        (_account.TurnedAway, _account.RenewAt).ShouldBe((0, Life(Now).RenewAt));
        _account.WaitUntil.ShouldBe(Now.AddMinutes(5));
    }

    [Fact]
    public void Three_new_tokens_that_are_turned_away_are_enough()
    {
        for (var token = 0; token < 3; token++)
        {
            var at = Now.AddMinutes(6 * token);
            _account.AwaitRenewal(at).ShouldBeTrue();
            _account.Renewed(Life(at), at);
        }

        _account.AwaitRenewal(Now.AddMinutes(18)).ShouldBeFalse();
    }

    [Fact]
    public void A_renewal_on_its_usual_day_leaves_the_networks_limit_alone()
    {
        _account.Throttle(Now.AddSeconds(30));

        _account.Renewed(Life(Now), Now);

        _account.WaitUntil.ShouldBe(Now.AddSeconds(30));
    }

    [Fact]
    public void A_limit_that_reaches_further_is_never_cut_short()
    {
        _account.Throttle(Now.AddMinutes(15));

        _account.Throttle(Now.AddMinutes(1));
        _account.AwaitRenewal(Now);
        _account.Renewed(Life(Now), Now);

        _account.WaitUntil.ShouldBe(Now.AddMinutes(15));
    }

    private static TokenLife Life(DateTimeOffset from) => new(from.AddHours(2), from.AddMinutes(90));
}
