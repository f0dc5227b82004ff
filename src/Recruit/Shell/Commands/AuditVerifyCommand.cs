using System.CommandLine;
using Recruit.Audit;
using Recruit.Staff;

namespace Recruit.Shell.Commands;

public static class AuditVerifyCommand
{
    public static Command Create(CommandDesk desk)
    {
        var noted = new Option<string?>("--noted") { Description = "What an earlier verify printed, as 1234:hash: says after a restore whether entries of that time are missing" };
        var command = new Command("verify", "Walks the audit trail and names every entry that was changed, removed or put in another order, and what waits to be sealed") { noted };
        command.SetAction((parsed, ct) => desk.RunAsync(async services =>
        {
            var head = parsed.GetValue(noted) is { } text
                ? NotedHead.Read(text) ?? throw new NotAllowedException("--noted must be a number, a colon and a hash of 64 letters and digits, as verify prints them.")
                : null;
            var verdict = await services.GetRequiredService<VerifyAudit>().RunAsync(head, ct);
            foreach (var problem in verdict.Problems)
                await desk.Terminal.Error.WriteLineAsync(problem);
            await desk.Terminal.Out.WriteLineAsync(verdict.Summary);
            await desk.Terminal.Out.WriteLineAsync(verdict.Tail);
            if (!verdict.IsSound)
                throw new NotAllowedException("The audit trail is not as it was written.");
            if (verdict.Sealed > 0)
                await desk.Terminal.Out.WriteLineAsync($"The trail is whole. To note its end elsewhere: {verdict.Sealed}:{verdict.Hash}");
        }, ct));
        return command;
    }
}
