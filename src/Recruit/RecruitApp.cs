using Recruit.Accounts;
using Recruit.Api;
using Recruit.Audiences;
using Recruit.Audit;
using Recruit.Broadcasts;
using Recruit.Broadcasts.Import;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.JobSite;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Pictures;
using Recruit.Reach;
using Recruit.Scheduling;
using Recruit.Shell;
using Recruit.Shell.Commands;
using Recruit.Shell.Practice;
using Recruit.Shell.Telemetry;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Vacancies;

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
        builder.AddPractice();
        builder.AddPersistence();
        builder.AddStaff();
        builder.AddAudit();
        builder.AddApi();
        builder.AddNotices();
        builder.AddFacilities();
        builder.AddPictures();
        builder.AddVacancies();
        builder.AddTemplates(home.TemplatesFolder);
        builder.AddChannels();
        builder.AddCompliance();
        builder.AddAccounts();
        builder.AddDeliveries();
        builder.AddAudiences();
        builder.AddBroadcasts();
        builder.AddImport();
        builder.AddReach();
        builder.AddJobSite();
        builder.AddSchedule();
        builder.AddTelemetry();

        var app = builder.Build();
        app.UseShell();
        app.MapStaff();
        app.MapAudit();
        app.MapConnect();
        app.MapJobSite();
        app.MapShell();
        app.MapTelemetry();

        var api = app.MapApi();
        api.MapFacilityApi();
        api.MapVacancyApi();
        api.MapOccupationApi();
        api.MapCopyApi();
        api.MapProfileApi();
        api.MapBroadcastApi();
        api.MapDeliveryApi();
        api.MapAccountApi();
        api.MapDigestApi();
        api.MapPauseApi();
        api.MapCheckApi();
        return app;
    }
}
