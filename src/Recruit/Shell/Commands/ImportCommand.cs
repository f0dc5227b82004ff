using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Recruit.Broadcasts.Import;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Shell.Commands;

public static class ImportCommand
{
    public static Command Create(CommandDesk desk)
    {
        var file = new Argument<FileInfo>("file") { Description = "A CSV file whose first row names the columns; it needs requisition_id and title" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tells what would happen to each row" };
        var facility = new Option<string?>("--facility") { Description = "The name of one facility for all rows, instead of the one each row names" };

        var command = new Command("import", "Brings vacancies in as drafts, and updates those with the same requisition id") { file, dryRun, facility };
        command.SetAction((parsed, ct) => desk.RunAsync(
            services => RunAsync(services, desk.Terminal, parsed.GetRequiredValue(file), parsed.GetValue(dryRun), parsed.GetValue(facility), ct), ct));
        return command;
    }

    private static async Task RunAsync(IServiceProvider services, Terminal terminal, FileInfo file, bool dryRun, string? facility, CancellationToken ct)
    {
        if (!file.Exists)
            throw new NotAllowedException($"There is no file {file.FullName}.");

        await using var content = file.OpenRead();
        var csv = await VacancyCsv.ReadAsync(content, ct);
        if (csv.Problem is { } problem)
            throw new NotAllowedException(problem);

        var import = services.GetRequiredService<ImportVacancies>();
        var request = new ImportRequest(null, file.Name, csv.Rows, facility is null ? null : await FacilityAsync(services, facility, ct));
        var plan = dryRun ? await import.PlanAsync(request, ct) : (await import.RunAsync(request, ct: ct)).Plan;
        await PrintAsync(terminal, plan, dryRun);

        if (plan.Lines.All(line => line.Act == ImportAct.Refused))
            throw new NotAllowedException("No row could be imported.");
    }

    private static async Task<Guid> FacilityAsync(IServiceProvider services, string name, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<RecruitDb>>().CreateDbContextAsync(ct);
        var all = await db.Facilities.AsNoTracking().OrderBy(row => row.Name).ToListAsync(ct);
        return all.FirstOrDefault(row => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase))?.Id
            ?? throw new NotAllowedException(all.Count == 0
                ? $"There is no facility named {name}. Leave --facility out to add those that the rows name."
                : $"There is no facility named {name}. The facilities are: {string.Join("; ", all.Select(row => row.Name))}.");
    }

    private static async Task PrintAsync(Terminal terminal, ImportPlan plan, bool dryRun)
    {
        foreach (var line in plan.Lines)
        {
            var rest = line.Why.Length > 0 ? line.Why : line.Changes.Count > 0 ? string.Join(", ", line.Changes) : "";
            await terminal.Out.WriteLineAsync($"row {line.Row.Number}  {line.Act.Words(dryRun)}  {line.Row.RequisitionId}  {line.Row.Facts.Title}{(rest.Length > 0 ? $": {rest}" : "")}");
            foreach (var proposal in dryRun ? line.Row.Proposals : [])
                await terminal.Out.WriteLineAsync($"    {proposal}");
        }

        foreach (var added in plan.NewFacilities)
            await terminal.Out.WriteLineAsync($"{(dryRun ? "Would add" : "Added")} the facility {added.Name}. Complete it under Settings, Facilities.");
        await terminal.Out.WriteLineAsync(string.Join(", ", Enum.GetValues<ImportAct>().Select(act => $"{plan.Count(act)} {act.Words(dryRun)}")) + ".");
    }
}
