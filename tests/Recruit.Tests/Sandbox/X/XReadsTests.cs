namespace Recruit.Tests.Sandbox.X;

public sealed class XReadsTests
{
    [Fact]
    public async Task A_missing_post_is_a_partial_error_among_several_and_a_404_alone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var here = (await sandbox.TweetAsync("here")).At("data.id");
        var gone = (await sandbox.TweetAsync("gone")).At("data.id");
        await sandbox.DeleteAsync($"/2/tweets/{gone}");

        var both = await sandbox.GetAsync($"/2/tweets?ids={here},{gone}");

        both.Status.ShouldBe(200);
        both.At("data.0.id").ShouldBe(here);
        both.At("errors.0.resource_id").ShouldBe(gone);
        both.At("errors.0.type")!.ShouldEndWith("/resource-not-found");
        (await sandbox.GetAsync($"/2/tweets/{gone}")).Status.ShouldBe(404);
        (await sandbox.GetAsync($"/2/tweets/{here}")).At("data.text").ShouldBe("here");
        (await sandbox.GetAsync("/2/tweets")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task The_account_has_the_name_it_was_introduced_with()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SendAsync(HttpMethod.Put, $"/_sandbox/accounts/x/{RunningSandbox.Account}", new StringContent("""{"handle":"NorthfieldJobs","name":"Northfield Jobs","followers":1200}"""));

        var me = await sandbox.GetAsync("/2/users/me?user.fields=public_metrics");

        me.At("data.id").ShouldBe(RunningSandbox.Account);
        me.At("data.username").ShouldBe("NorthfieldJobs");
        me.At("data.name").ShouldBe("Northfield Jobs");
        me.At("data.public_metrics.followers_count").ShouldBe("1200");
    }
}
