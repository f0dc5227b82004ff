using Recruit.Sandbox;

namespace Recruit.Tests.Sandbox;

public sealed class SandboxHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("practice-").FullName;

    private string File => Path.Combine(_folder, "deeper", "posts.jsonl");

    [Fact]
    public async Task Posts_accounts_and_removals_survive_a_restart()
    {
        string? id;
        await using (var first = await RunningSandbox.StartAsync(options => options with { DataFile = File }))
        {
            await first.SendAsync(HttpMethod.Put, "/_sandbox/accounts/x/5515715", new StringContent("""{"handle":"Jobs"}"""));
            id = (await first.TweetAsync("stays")).At("data.id");
            await first.DeleteAsync($"/2/tweets/{(await first.TweetAsync("goes")).At("data.id")}");
            await first.ShareAsync("shared");
        }

        await using var second = await RunningSandbox.StartAsync(options => options with { DataFile = File });

        (await second.PostsAsync()).Select(post => (post!["text"]!.ToString(), post["removedAt"] is null)).ShouldBe([("stays", true), ("goes", false), ("shared", true)]);
        (await second.GetAsync("/2/users/me")).At("data.username").ShouldBe("Jobs");
        (await second.TweetAsync("stays")).Status.ShouldBe(403);
        long.Parse((await second.TweetAsync("new")).At("data.id")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(long.Parse(id!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_line_torn_by_a_crash_is_dropped_and_the_next_one_starts_clean()
    {
        await using (var first = await RunningSandbox.StartAsync(options => options with { DataFile = File }))
            await first.TweetAsync("whole");
        await System.IO.File.AppendAllTextAsync(File, """{"post":{"network":"x","acc""");

        await using (var second = await RunningSandbox.StartAsync(options => options with { DataFile = File }))
            await second.TweetAsync("after");
        await using var third = await RunningSandbox.StartAsync(options => options with { DataFile = File });

        (await third.PostsAsync()).Select(post => post!["text"]!.ToString()).ShouldBe(["whole", "after"]);
    }

    [Fact]
    public void A_file_of_something_else_is_refused_with_its_line()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, "dear diary\n");

        Should.Throw<InvalidDataException>(() => SandboxHost.Create(new SandboxOptions { Port = 0, DataFile = File })).Message.ShouldContain("Line 1");
    }

    [Fact]
    public async Task A_file_in_use_is_not_shared()
    {
        await using var first = await RunningSandbox.StartAsync(options => options with { DataFile = File });

        Should.Throw<IOException>(() => SandboxHost.Create(new SandboxOptions { Port = 0, DataFile = File }));
    }

    [Fact]
    public async Task A_post_is_in_the_file_before_it_is_answered()
    {
        await using var sandbox = await RunningSandbox.StartAsync(options => options with { DataFile = File });

        await sandbox.TweetAsync("written");

        await using var file = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        (await reader.ReadToEndAsync()).ShouldContain("\"written\"");
    }

    [Fact]
    public async Task Clearing_lasts_beyond_a_restart()
    {
        await using (var first = await RunningSandbox.StartAsync(options => options with { DataFile = File }))
        {
            await first.TweetAsync("a");
            (await first.DeleteAsync("/_sandbox/posts")).Status.ShouldBe(204);
        }

        await using var second = await RunningSandbox.StartAsync(options => options with { DataFile = File });
        (await second.PostsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_run_side_by_side_on_ports_of_their_own()
    {
        await using var one = await RunningSandbox.StartAsync();
        await using var two = await RunningSandbox.StartAsync();

        await one.TweetAsync("only here");

        one.Http.BaseAddress.ShouldNotBe(two.Http.BaseAddress);
        (await two.PostsAsync()).ShouldBeEmpty();
        (await two.GetAsync("/_sandbox/health")).Text.ShouldBe("ok");
    }

    [Fact]
    public async Task Equal_posts_at_one_instant_leave_one()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sandbox.TweetAsync("same")));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Count(answer => answer.Status == 403).ShouldBe(7);
    }

    [Fact]
    public async Task The_address_is_unknown_before_the_start_when_the_port_is_to_be_picked()
    {
        await using var host = SandboxHost.Create(new SandboxOptions { Port = 0 });

        Should.Throw<InvalidOperationException>(() => host.Address);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
