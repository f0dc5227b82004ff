using Recruit.Benchmarks;
using Recruit.Benchmarks.Verbs;

Dictionary<string, Func<Setting, Servers, Report, Task>> verbs = new()
{
    ["crash"] = Crash.RunAsync,
    ["lost-answer"] = LostAnswer.RunAsync,
    ["burst"] = Burst.RunAsync,
    ["punctual"] = Punctual.RunAsync,
    ["isolation"] = Isolation.RunAsync,
    ["cancel"] = Cancel.RunAsync,
    ["footprint"] = Footprint.RunAsync,
    ["start"] = Begin.RunAsync,
    ["limits"] = Limits.RunAsync,
    ["durable"] = Durable.RunAsync,
    ["scale"] = Scale.RunAsync,
};

if (args is [Durable.Child, ..])
    return await Durable.ScheduleForEverAsync(args[1..]);

if (Setting.Parse(args) is not { } setting || !verbs.TryGetValue(setting.Verb, out var verb))
{
    await Console.Error.WriteLineAsync($"{Setting.Usage}{Environment.NewLine}Verbs: {string.Join(", ", verbs.Keys)}");
    return 2;
}

Report.Say($"{setting.Verb}, --seed {setting.Seed}");
var report = new Report(setting.Verb, setting);
await using var servers = new Servers();
await verb(setting, servers, report);
report.Print();
return report.AllMet ? 0 : 1;
