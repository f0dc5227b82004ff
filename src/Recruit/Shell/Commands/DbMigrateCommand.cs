using System.CommandLine;
using Recruit.Persistence;

namespace Recruit.Shell.Commands;

public static class DbMigrateCommand
{
    public static Command Create(CommandDesk desk)
    {
        var command = new Command("migrate", "Brings the database to this version of Recruit; a start does the same");
        // The desk migrates before every command, so that each of them finds the tables it needs.
        command.SetAction((_, ct) => desk.RunAsync(_ => desk.Terminal.Out.WriteLineAsync("The database is up to date."), ct));
        return command;
    }
}
