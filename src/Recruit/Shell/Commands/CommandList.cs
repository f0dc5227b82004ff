using System.CommandLine;

namespace Recruit.Shell.Commands;

/// <summary>Every command of the binary, one file each. Exit codes: 0 done, 1 refused or failed, 2 wrongly called.</summary>
public static class CommandList
{
    private static readonly string[] Questions = ["--help", "-h", "-?", "/?", "--version"];

    /// <summary>A command's output is read by people and scripts: it says its own errors, and nothing else comes between.</summary>
    public static string[] Settings { get; } = ["--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=None"];

    // Whatever else begins with a dash or a slash is a setting for the web app, such as --urls.
    public static bool IsCommand(string[] args) => args.Length > 0 && (Questions.Contains(args[0]) || args[0] is not ['-' or '/', ..]);

    public static async Task<int> RunAsync(string[] args, Terminal terminal, Func<WebApplication> build)
    {
        var parsed = Root(new CommandDesk(terminal, build))
            // A word that begins with @ is a handle here, not the name of a file with more words.
            .Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await terminal.Error.WriteLineAsync(error.Message);
            await terminal.Error.WriteLineAsync("Add --help to see how it is called.");
            return 2;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error });
    }

    private static RootCommand Root(CommandDesk desk) =>
        new("Recruit publishes job openings. Without a command it starts the web app; settings are given as --urls http://localhost:8080 or in appsettings.json.")
        {
            new Command("user", "People who sign in")
            {
                UserAddCommand.Create(desk),
                UserLinkCommand.Create(desk),
            },
            new Command("account", "The hospital's accounts on the networks")
            {
                AccountAddCommand.Create(desk),
            },
            new Command("key", "Keys for programs that use the API")
            {
                KeyAddCommand.Create(desk),
                KeyListCommand.Create(desk),
                KeyRevokeCommand.Create(desk),
            },
            ImportCommand.Create(desk),
            new Command("audit", "Who did what, sealed entry by entry")
            {
                AuditVerifyCommand.Create(desk),
                AuditExportCommand.Create(desk),
            },
            new Command("db", "The database")
            {
                DbMigrateCommand.Create(desk),
            },
        };
}
