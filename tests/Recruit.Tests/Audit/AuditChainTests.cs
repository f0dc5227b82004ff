using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Recruit.Audit;
using Recruit.Persistence;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Audit;

public sealed class AuditChainTests : IDisposable
{
    private readonly TestDb _db = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Sealed_entries_are_whole_and_what_waits_is_named()
    {
        await WriteAsync(3);
        (await VerifyAsync()).Tail.ShouldStartWith("3 entries wait for the sealer, the oldest since 2026-11-24 15:00:01 UTC");

        (await Sealer().RunAsync()).ShouldBe(3);
        await WriteAsync(1);

        var verdict = await VerifyAsync();
        verdict.IsSound.ShouldBeTrue(string.Join(' ', verdict.Problems));
        (verdict.Sealed, verdict.Unsealed).ShouldBe((3, 1));
    }

    [Theory]
    [InlineData("\"Note\" = 'Note 5'")]
    [InlineData("\"ActorName\" = 'ada'")]
    [InlineData("\"Act\" = 'vacancy.closed'")]
    [InlineData("\"Note\" = 'Note', \"ActorName\" = 'Ada 4'")]
    [InlineData("\"SubjectId\" = \"Id\"")]
    [InlineData("\"ActorId\" = \"Id\"")]
    [InlineData("\"FacilityId\" = NULL")]
    [InlineData("\"Hash\" = '1111111111111111111111111111111111111111111111111111111111111111'")]
    [InlineData("\"At\" = (SELECT \"At\" FROM \"AuditEntries\" WHERE \"Number\" = 2)")]
    public async Task A_changed_entry_is_named(string change)
    {
        await SealedAsync(6);

        await ExecuteAsync($"UPDATE \"AuditEntries\" SET {change} WHERE \"Number\" = 4");

        (await VerifyAsync()).Problems[0].ShouldStartWith("Entry 4 (2026-11-24 15:00:04 UTC) is not what was sealed".Replace("15:00:04", change.StartsWith("\"At\"", StringComparison.Ordinal) ? "15:00:02" : "15:00:04", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("= 1", "Entry 1 is gone.")]
    [InlineData("= 4", "Entry 4 is gone.")]
    [InlineData("IN (2, 3)", "The entries 2 to 3 are gone.")]
    [InlineData("= 6", "Entry 6, the last one, is gone.")]
    [InlineData("> 4", "The entries 5 to 6, the last ones, are gone.")]
    public async Task A_removed_entry_is_named(string numbers, string problem)
    {
        await SealedAsync(6);

        await ExecuteAsync($"DELETE FROM \"AuditEntries\" WHERE \"Number\" {numbers}");

        (await VerifyAsync()).Problems.ShouldBe([problem]);
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_named()
    {
        await SealedAsync(6);

        await ExecuteAsync("UPDATE \"AuditEntries\" SET \"Number\" = 99 WHERE \"Number\" = 2");
        await ExecuteAsync("UPDATE \"AuditEntries\" SET \"Number\" = 2 WHERE \"Number\" = 5");
        await ExecuteAsync("UPDATE \"AuditEntries\" SET \"Number\" = 5 WHERE \"Number\" = 99");

        var problems = (await VerifyAsync()).Problems;
        problems.ShouldContain(problem => problem.StartsWith("Entry 2 ", StringComparison.Ordinal));
        problems.ShouldContain(problem => problem.StartsWith("Entry 5 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DELETE FROM \"AuditHeads\"", "The end of the chain is not recorded")]
    [InlineData("UPDATE \"AuditHeads\" SET \"Number\" = 5", "Entry 5, the last one, is not the one")]
    public async Task The_record_of_the_end_is_checked_too(string change, string problem)
    {
        await SealedAsync(6);

        await ExecuteAsync(change);

        (await VerifyAsync()).Problems[0].ShouldStartWith(problem);
    }

    [Fact]
    public async Task A_head_that_was_noted_tells_after_a_restore_what_is_missing()
    {
        await SealedAsync(3);
        var early = await VerifyAsync();
        await SealedAsync(2);
        var late = await VerifyAsync();

        (await VerifyAsync(new NotedHead(early.Sealed, early.Hash))).IsSound.ShouldBeTrue();
        (await VerifyAsync(new NotedHead(3, late.Hash))).Problems.ShouldHaveSingleItem().ShouldContain("another hash");
        (await VerifyAsync(new NotedHead(late.Sealed + 1, late.Hash))).Problems.ShouldHaveSingleItem().ShouldContain("is not there");
    }

    [Fact]
    public async Task Writers_and_sealers_side_by_side_make_one_chain()
    {
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 15; i++)
                await WriteAsync(1);
        }));
        var sealers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
                await Sealer().RunAsync();
        }));

        await Task.WhenAll([.. writers, .. sealers]);
        await Sealer().RunAsync();

        var verdict = await VerifyAsync();
        verdict.Problems.ShouldBeEmpty();
        (verdict.Sealed, verdict.Unsealed).ShouldBe((60, 0));
    }

    [Fact]
    public async Task More_than_one_batch_is_sealed_at_once()
    {
        await SealedAsync(1_100);

        (await VerifyAsync()).Sealed.ShouldBe(1_100);
    }

    [Fact]
    public async Task The_export_holds_every_entry_in_order_and_no_formula()
    {
        await SealedAsync(2);
        await WriteAsync(1, "=1+1");

        var csv = (await ExportAsync(asJson: false)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        csv[0].ShouldBe("Number,At,ActorId,ActorName,Act,SubjectId,FacilityId,Note,Hash");
        csv.Length.ShouldBe(4);
        csv[1].ShouldStartWith("1,");
        csv[3].ShouldContain("'=1+1");

        var json = System.Text.Json.JsonDocument.Parse(await ExportAsync(asJson: true)).RootElement;
        json.EnumerateArray().Select(line => line.GetProperty("note").GetString()).ShouldBe(["Note 1", "Note 2", "=1+1"]);
    }

    public void Dispose() => _db.Dispose();

    private SealAudit Sealer() => new(_db, _clock);

    private Task<AuditVerdict> VerifyAsync(NotedHead? noted = null) => new VerifyAudit(_db).RunAsync(noted);

    private async Task<string> ExportAsync(bool asJson)
    {
        await using var to = new StringWriter();
        await new ExportAudit(_db).RunAsync(new StaffScope([]), asJson, to);
        return to.ToString();
    }

    private async Task SealedAsync(int count)
    {
        await WriteAsync(count);
        await Sealer().RunAsync();
    }

    private async Task WriteAsync(int count, string? note = null)
    {
        await using var db = _db.CreateDbContext();
        for (var i = 1; i <= count; i++)
            db.Audit(new Actor(Guid.CreateVersion7(), "Ada"), Acts.VacancyChanged, Guid.CreateVersion7(), _clock.GetUtcNow().AddSeconds(i), Guid.CreateVersion7(), note ?? $"Note {i}");
        await db.SaveChangesAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = _db.CreateDbContext();
        (await db.Database.ExecuteSqlRawAsync(sql)).ShouldBeGreaterThan(0);
    }
}
