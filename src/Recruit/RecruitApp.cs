using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Shell.Commands;
using Recruit.Staff;

namespace Recruit;

/// <summary>The table of contents: what the program is made of.</summary>
public sealed class RecruitApp
{
    private RecruitApp()
    {
    }

    public static Task<int> RunAsync(string[] args) => CommandList.IsCommand(args)
        ? CommandList.RunAsync(args, new Terminal(), () => Build(CommandList.Settings))
        : Start.RunAsync(() => Build(args), Console.Out, Console.Error);

    public static WebApplication Build(string[] args)
    {
        var home = RecruitHome.Find(args);
        var builder = Start.CreateBuilder(args, home);
        builder.AddShell(home);
        builder.AddPersistence();
        builder.AddStaff();

        var app = builder.Build();
        app.UseShell();
        app.MapStaff();
        app.MapShell();
        return app;
    }
}
