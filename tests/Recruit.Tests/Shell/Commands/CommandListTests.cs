using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Api;
using Recruit.Audit;
using Recruit.Shell.Commands;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Shell.Commands;

public sealed class CommandListTests : IDisposable
{
    private static readonly string[] AddMary = ["user", "add", "--email", "mary@hospital.example", "--name", "Mary Hart", "--role", "hr", "--role", "recruiter"];

    private readonly TestDb _db = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task A_person_without_a_password_gets_a_link()
    {
        (await RunAsync(AddMary)).ShouldBe(0);

        _out.ToString().ShouldContain("http://localhost:5080/sign-in/link/");
        var mary = await _db.ReadAsync(db => db.Users.SingleAsync());
        mary.Roles.ShouldBe(StaffRoles.Hr | StaffRoles.Recruiter);
        mary.HasPassword.ShouldBeFalse();
        (await _db.ReadAsync(db => db.AuditEntries.SingleAsync())).ActorName.ShouldBe("Command line");
    }

    [Fact]
    public async Task A_password_that_is_piped_in_is_taken_and_no_link_is_made()
    {
        (await RunAsync(AddMary, piped: "correct horse battery\n")).ShouldBe(0);

        _out.ToString().ShouldNotContain("http");
        (await _db.ReadAsync(db => db.Users.SingleAsync())).HasPassword.ShouldBeTrue();
        (await _db.ReadAsync(db => db.SignInLinks.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_short_password_adds_nobody()
    {
        (await RunAsync(AddMary, piped: "short")).ShouldBe(1);

        _error.ToString().Trim().ShouldBe("The password was not taken. Use at least 12 characters. A short sentence is a good password.");
        (await _db.ReadAsync(db => db.Users.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_address_twice_is_refused_in_one_sentence()
    {
        await RunAsync(AddMary);

        (await RunAsync(AddMary)).ShouldBe(1);

        _error.ToString().Trim().ShouldBe("mary@hospital.example is already on the list, as Mary Hart. Make them a sign-in link instead.");
    }

    [Fact]
    public async Task A_locked_out_person_gets_a_new_link()
    {
        await RunAsync(AddMary);
        _out.GetStringBuilder().Clear();

        (await RunAsync(["user", "link", "--email", "MARY@hospital.example"])).ShouldBe(0);

        _out.ToString().Trim().ShouldStartWith("http://localhost:5080/sign-in/link/");
        (await _db.ReadAsync(db => db.SignInLinks.CountAsync())).ShouldBe(2);
    }

    [Theory]
    [InlineData("usr")]
    [InlineData("user", "add", "--email", "mary@hospital.example")]
    [InlineData("user", "add", "--email", "mary", "--name", "Mary", "--role", "hr")]
    [InlineData("user", "add", "--email", "mary@hospital.example", "--name", "Mary", "--role", "boss")]
    public async Task A_wrong_call_is_told_apart_from_a_refusal(params string[] args)
    {
        (await RunAsync(args)).ShouldBe(2);

        _error.ToString().ShouldContain("--help");
        _out.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_handle_that_begins_with_an_at_sign_is_a_handle()
    {
        (await RunAsync(["account", "add", "--network", "x", "--handle", "@careers", "--id", "1001"], piped: "token\n")).ShouldBe(0);

        (await _db.ReadAsync(db => db.Accounts.SingleAsync())).Handle.ShouldBe("@careers");
    }

    [Fact]
    public async Task A_key_is_printed_alone_and_its_notes_elsewhere()
    {
        await RunAsync(AddMary);
        _out.GetStringBuilder().Clear();

        (await RunAsync(["key", "add", "--user", "MARY@hospital.example"])).ShouldBe(0);

        var key = _out.ToString().TrimEnd('\n');
        key.ShouldMatch("^rcr_[A-Za-z0-9_-]{43}$");
        _error.ToString().ShouldContain("shown only now");
        (await _db.ReadAsync(db => db.OwnerOfKeyAsync(key)))!.Value.Owner.Name.ShouldBe("Mary Hart");
    }

    [Fact]
    public async Task A_key_is_listed_and_taken_back_by_itself_or_by_its_id()
    {
        await RunAsync(AddMary);
        var (first, second) = (await KeyAsync(), await KeyAsync());

        _out.GetStringBuilder().Clear();
        (await RunAsync(["key", "list"])).ShouldBe(0);
        var lines = _out.ToString().TrimEnd('\n').Split('\n').Select(line => line.Split('\t')).ToList();
        lines.Select(columns => (columns[1], columns[2], columns[3], columns[5])).ShouldBe(
            [(first[..8], "mary@hospital.example", "Command line", "never"), (second[..8], "mary@hospital.example", "Command line", "never")]);
        _out.ToString().ShouldNotContain(first);

        (await RunAsync(["key", "revoke", first])).ShouldBe(0);
        (await RunAsync(["key", "revoke", lines[1][0]])).ShouldBe(0);
        (await _db.ReadAsync(db => db.OwnerOfKeyAsync(first))).ShouldBeNull();
        (await _db.ReadAsync(db => db.OwnerOfKeyAsync(second))).ShouldBeNull();
        var trail = await _db.ReadAsync(db => db.AuditEntries.Where(entry => entry.Act == Acts.ApiKeyRevoked).Select(entry => entry.ActorName).ToListAsync());
        trail.ShouldBe(["Command line", "Command line"]);

        (await RunAsync(["key", "revoke", "rcr_unknown"])).ShouldBe(1);
        _error.ToString().ShouldContain("key list");
    }

    private async Task<string> KeyAsync()
    {
        _out.GetStringBuilder().Clear();
        await RunAsync(["key", "add", "--user", "mary@hospital.example"]);
        return _out.ToString().TrimEnd('\n');
    }

    [Fact]
    public async Task A_key_of_nobody_is_refused_with_the_command_that_adds_them()
    {
        (await RunAsync(["key", "add", "--user", "mary@hospital.example"])).ShouldBe(1);

        _error.ToString().ShouldContain("user add --email mary@hospital.example");
        _out.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_lists_the_commands()
    {
        (await RunAsync(["--help"])).ShouldBe(0);

        _out.ToString().ShouldContain("user");
        _out.ToString().ShouldContain("db");
    }

    [Fact]
    public async Task Migrating_twice_changes_nothing()
    {
        (await RunAsync(["db", "migrate"])).ShouldBe(0);
        (await RunAsync(["db", "migrate"])).ShouldBe(0);
        _error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Wrong_settings_stop_a_command_too()
    {
        (await RunAsync(["db", "migrate"], settings: ["--SignIn:LinkHours=0", "--Practice:Port=x"])).ShouldBe(1);

        _error.ToString().ShouldContain("SignIn:LinkHours");
        _error.ToString().ShouldContain("Practice:Port");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--urls", "http://localhost:1")]
    [InlineData(false, "--Practice:Enabled=false")]
    [InlineData(true, "--help")]
    [InlineData(true, "user", "add")]
    [InlineData(true, "usr")]
    public void Settings_start_the_web_app_and_words_are_commands(bool isCommand, params string[] args) => CommandList.IsCommand(args).ShouldBe(isCommand);

    private Task<int> RunAsync(string[] args, string piped = "", string[]? settings = null) => CommandList.RunAsync(
        args, new Terminal(new StringReader(piped), InIsRedirected: true, _out, _error),
        () => RecruitApp.Build([.. CommandList.Settings, $"--Database:Provider={TestDb.Provider}", $"--Database:ConnectionString={_db.ConnectionString}", .. settings ?? []]));

    public void Dispose()
    {
        _db.Dispose();
        _out.Dispose();
        _error.Dispose();
    }
}
