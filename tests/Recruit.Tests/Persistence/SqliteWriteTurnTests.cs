using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Recruit.Persistence;

namespace Recruit.Tests.Persistence;

public sealed class SqliteWriteTurnTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"recruit_turn_{Guid.NewGuid():N}.db");
    private readonly SqliteWriteTurn _turn = new();

    public static TheoryData<string> Ends => ["commit", "roll back", "leave"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_second_writer_begins_when_the_first_has_ended(string end)
    {
        await using var first = Open();
        await using var second = Open();
        var writing = await first.Database.BeginTransactionAsync();

        var waiting = second.Database.BeginTransactionAsync();
        waiting.IsCompleted.ShouldBeFalse();
        await EndAsync(writing, end);

        await using var turn = await waiting.WaitAsync(TimeSpan.FromSeconds(30));
        turn.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_connection_that_stays_open_does_not_wait_for_itself()
    {
        await using var db = Open();
        await db.Database.OpenConnectionAsync();
        await (await db.Database.BeginTransactionAsync()).DisposeAsync();

        var again = db.Database.BeginTransactionAsync();

        again.IsCompleted.ShouldBeTrue();
        await (await again).DisposeAsync();
    }

    [Fact]
    public async Task Writers_come_in_the_order_in_which_they_asked()
    {
        await using var first = Open();
        var writing = await first.Database.BeginTransactionAsync();
        var came = new List<int>();
        var asked = Enumerable.Range(1, 8).Select(WriteAsync).ToList();

        await writing.DisposeAsync();
        await Task.WhenAll(asked);

        came.ShouldBe(Enumerable.Range(1, 8));

        async Task WriteAsync(int number)
        {
            await using var db = Open();
            await using var turn = await db.Database.BeginTransactionAsync();
            came.Add(number);
        }
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_no_gap()
    {
        await using var first = Open();
        await using var second = Open();
        await using var third = Open();
        var writing = await first.Database.BeginTransactionAsync();
        using var patience = new CancellationTokenSource();

        var gaveUp = second.Database.BeginTransactionAsync(patience.Token);
        var waiting = third.Database.BeginTransactionAsync();
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gaveUp);
        await second.DisposeAsync();
        waiting.IsCompleted.ShouldBeFalse();
        await writing.DisposeAsync();

        await (await waiting.WaitAsync(TimeSpan.FromSeconds(30))).DisposeAsync();
    }

    // Its turn comes on a thread that everybody shares; who stayed there afterwards would keep the next one waiting.
    [Fact]
    public async Task What_follows_a_transaction_holds_up_nobody()
    {
        await using var first = Open();
        await using var second = Open();
        var writing = await first.Database.BeginTransactionAsync();
        using var done = new ManualResetEventSlim();
        var waiting = Task.Run(async () =>
        {
            await using var db = Open();
            await (await db.Database.BeginTransactionAsync()).DisposeAsync();
            done.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        });

        await writing.DisposeAsync();
        await (await second.Database.BeginTransactionAsync().WaitAsync(TimeSpan.FromSeconds(30))).DisposeAsync();
        done.Set();

        await waiting;
    }

    [Fact]
    public async Task A_caller_that_cannot_await_gets_its_turn_too()
    {
        await using var first = Open();
        var writing = await first.Database.BeginTransactionAsync();
        var waiting = Task.Run(() =>
        {
            using var db = Open();
            // The second begins where the first one's turn was given.
            db.Database.BeginTransaction().Dispose();
            db.Database.BeginTransaction().Dispose();
        });

        await writing.DisposeAsync();
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public void Dispose()
    {
        _turn.Dispose();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_file) + "*"))
            File.Delete(file);
    }

    private static async Task EndAsync(IDbContextTransaction writing, string end)
    {
        if (end == "commit")
            await writing.CommitAsync();
        if (end == "roll back")
            await writing.RollbackAsync();
        await writing.DisposeAsync();
    }

    private SqliteRecruitDb Open() => new(new DbContextOptionsBuilder<SqliteRecruitDb>().UseSqlite($"Data Source={_file}").AddInterceptors(_turn).Options);
}
