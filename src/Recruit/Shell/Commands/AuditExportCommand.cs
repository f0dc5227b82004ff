using System.CommandLine;
using Recruit.Audit;
using Recruit.Staff;

namespace Recruit.Shell.Commands;

public static class AuditExportCommand
{
    public static Command Create(CommandDesk desk)
    {
        var format = new Option<string>("--format") { Description = "csv or json", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "json");
        var command = new Command("export", "Prints the whole audit trail, oldest first") { format };
        command.SetAction((parsed, ct) => desk.RunAsync(
            services => services.GetRequiredService<ExportAudit>().RunAsync(new StaffScope([]), parsed.GetRequiredValue(format) == "json", desk.Terminal.Out, ct), ct));
        return command;
    }
}
