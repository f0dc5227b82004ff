using Microsoft.EntityFrameworkCore;
using Recruit.Shell.Commands;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Shell.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TestDb _db = new();
    private readonly string _file = Path.GetTempFileName();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task It_tells_each_row_and_writes_nothing_on_a_dry_run()
    {
        await File.WriteAllTextAsync(_file, "requisition_id,title,facility,state\n7,Nurse,Hill Clinic,Ohio\n8,,Hill Clinic,\n");

        (await RunAsync("import", _file, "--dry-run")).ShouldBe(0);

        _out.ToString().ShouldContain("row 2  would be created  7  Nurse");
        _out.ToString().ShouldContain("row 3  refused  8");
        _out.ToString().ShouldContain("Would add the facility Hill Clinic.");
        _out.ToString().TrimEnd().ShouldEndWith("1 would be created, 0 would be updated, 0 unchanged, 1 refused.");
        (await _db.ReadAsync(db => db.Vacancies.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task It_imports_into_the_named_facility()
    {
        var facility = await _db.SaveAsync(A.Facility());
        await File.WriteAllTextAsync(_file, "requisition_id,title\n7,Nurse\n");

        (await RunAsync("import", _file, "--facility", "lakeside HOSPITAL")).ShouldBe(0);

        (await _db.ReadAsync(db => db.Vacancies.SingleAsync())).FacilityId.ShouldBe(facility.Id);
    }

    [Theory]
    [InlineData("requisition_id,name\n7,Nurse\n", "The file has no column named title.")]
    [InlineData("requisition_id,title\n7,\n", "No row could be imported.")]
    public async Task It_fails_with_one_clear_sentence(string content, string sentence)
    {
        await File.WriteAllTextAsync(_file, content);

        (await RunAsync("import", _file)).ShouldBe(1);

        _error.ToString().ShouldContain(sentence);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        (await RunAsync("import", "/no/such/file.csv")).ShouldBe(1);

        _error.ToString().ShouldContain("There is no file /no/such/file.csv.");
    }

    public void Dispose()
    {
        File.Delete(_file);
        _db.Dispose();
    }

    private Task<int> RunAsync(params string[] args) => CommandList.RunAsync(
        args, new Terminal(TextReader.Null, true, _out, _error),
        () => RecruitApp.Build(["--Database:Provider", TestDb.Provider.ToString(), "--Database:ConnectionString", _db.ConnectionString, "--Practice:Enabled", "false"]));
}
