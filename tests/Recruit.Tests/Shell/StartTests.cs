using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Recruit.Shell;

namespace Recruit.Tests.Shell;

public sealed class StartTests
{
    public static TheoryData<Exception, string> Troubles => new()
    {
        { new IOException("Failed to bind to http://127.0.0.1:5080.", new IOException("x", new SocketException(98))), "ASPNETCORE_URLS" },
        { new IOException("The file practice-posts.jsonl.lock is being used by another process."), "already running" },
        { new UnauthorizedAccessException("Access to the path '/srv/data' is denied."), "Recruit__Home" },
        { new InvalidDataException("Failed to load configuration from file 'appsettings.json'.", new FormatException("x", new InvalidOperationException("Line 3."))), "Line 3." },
        { new FormatException("Invalid url: 'nonsense'"), "ASPNETCORE_URLS" },
        { new SqliteException("database is locked", 5), "Database:ConnectionString" },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public void What_keeps_it_from_starting_is_a_sentence_that_says_what_to_do(Exception trouble, string advice)
        => Start.Explain(trouble).ShouldNotBeNull().ShouldContain(advice);

    [Fact]
    public async Task A_settings_file_that_is_not_json_stops_the_start_with_one_sentence()
    {
        var home = Directory.CreateTempSubdirectory("recruit-start-").FullName;
        await File.WriteAllTextAsync(Path.Combine(home, "appsettings.json"), "{ \"Site\": ");
        using var errors = new StringWriter();

        var code = await Start.RunAsync(() => RecruitApp.Build([$"--Recruit:Home={home}"]), TextWriter.Null, errors);

        code.ShouldBe(1);
        errors.ToString().ShouldContain("appsettings.json");
        errors.ToString().ShouldNotContain("   at ");
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public void What_nobody_foresaw_keeps_its_stack_trace()
        => Start.Explain(new InvalidOperationException("A bug.")).ShouldBeNull();
}
