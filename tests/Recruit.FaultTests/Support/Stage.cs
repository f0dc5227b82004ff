using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Sandbox;
using Recruit.Shell;
using Recruit.Shell.Practice;
using Recruit.Staff;
using Recruit.Vacancies;

namespace Recruit.FaultTests.Support;

/// <summary>A home folder with a database, the practice networks in this process, and the program's own services to set the scene with.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("recruit-fault-").FullName;
    private readonly Microsoft.AspNetCore.Builder.WebApplication _app;

    private Stage(SandboxHost networks)
    {
        Networks = networks;
        var source = RecruitHome.Find([]).TemplatesFolder;
        foreach (var file in Directory.GetFiles(source, "*.scriban", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_home, "templates", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // Built and never started: it lends its services, and sends nothing itself.
        _app = RecruitApp.Build([.. Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
    }

    public SandboxHost Networks { get; }

    public Dictionary<string, string> Settings => new()
    {
        ["Recruit:Home"] = _home,
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        ["Practice:Enabled"] = "false",
        ["Channels:X:BaseUrl"] = Networks.Address.ToString(),
        ["Channels:LinkedIn:BaseUrl"] = Networks.Address.ToString(),
        ["Channels:Facebook:BaseUrl"] = Networks.Address.ToString(),
        ["Deliveries:LookDelays:0"] = "00:00:01",
        ["Deliveries:LookDelays:1"] = "00:00:02",
        ["Deliveries:CallTimeOut"] = "00:00:05",
    };

    public static async Task<Stage> SetAsync(SandboxOptions options)
    {
        var networks = SandboxHost.Create(options);
        await networks.StartAsync();
        var stage = new Stage(networks);
        await stage._app.Services.GetRequiredService<MigrateDatabase>().RunAsync();
        return stage;
    }

    /// <summary>As many announcements on each of the three networks, approved together and due at once.</summary>
    public async Task PlanAsync(int perNetwork)
    {
        await using var db = await Databases.CreateDbContextAsync();
        var now = TimeProvider.System.GetUtcNow();
        var sample = SampleHospital.For(DateOnly.FromDateTime(now.UtcDateTime), now);
        var hr = StaffMember.Create("hr@hospital.example.org", "Hana", StaffRoles.Hr, []);
        var recruiter = StaffMember.Create("recruiter@hospital.example.org", "Ruth", StaffRoles.Recruiter, []);
        db.Users.AddRange(hr, recruiter);
        db.Facilities.AddRange(sample.Facilities);
        var vacancies = Enumerable.Range(1, perNetwork).Select(number => Numbered(sample.Vacancies[0], number)).ToList();
        db.Vacancies.AddRange(vacancies);
        await db.SaveChangesAsync();

        var add = _app.Services.GetRequiredService<AddAccount>();
        var accounts = new List<Guid>();
        foreach (var (network, id) in new[] { ("x", "1001"), ("linkedin", "5515715"), ("facebook", "1003") })
            accounts.Add((await add.RunAsOperatorAsync(new NewAccount(network, $"practice {network}", id, "", new Dictionary<string, string> { ["access_token"] = $"practice-{id}" }))).Id);

        var plan = _app.Services.GetRequiredService<PlanBroadcast>();
        foreach (var vacancy in vacancies)
        {
            var preview = await plan.PreviewAsync(vacancy.Id, accounts, new BroadcastChoices(true, null, null, null, false));
            var chosen = preview.Copies.Select(copy => new ChosenCopy(copy.Post, copy.LinkCode, copy.Content.Targeting, null)).ToList();
            (await plan.RunAsync(vacancy.Id, chosen, LatePolicy.Skip, hr.Id)).ShouldBeOfType<BroadcastResult.Submitted>();
        }

        var waiting = await db.Deliveries.AsNoTracking().ToListAsync();
        foreach (var delivery in waiting)
            delivery.State.ShouldBe(DeliveryState.Held);
        await ApproveAsync(waiting, recruiter.Id);
    }

    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync()
    {
        await using var db = await Databases.CreateDbContextAsync();
        return await db.Deliveries.AsNoTracking().Include(delivery => delivery.Account).ToListAsync();
    }

    /// <summary>Asks until the answer is yes; the limit only ends a test that has failed anyway.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan limit)
    {
        using var end = new CancellationTokenSource(limit, TimeProvider.System);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (!await isSo())
            await beat.WaitForNextTickAsync(end.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Networks.StopAsync();
        await Networks.DisposeAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_home, recursive: true);
    }

    private IDbContextFactory<RecruitDb> Databases => _app.Services.GetRequiredService<IDbContextFactory<RecruitDb>>();

    private async Task ApproveAsync(List<Delivery> deliveries, Guid recruiter)
    {
        // The lanes of the unstarted app are armed and forgotten; the process reads the outbox.
        var approve = _app.Services.GetRequiredService<ApproveDeliveries>();
        var result = await approve.RunAsync([.. deliveries.Select(delivery => new SeenDelivery(delivery.Id, delivery.Hash))], recruiter);
        result.Refusals.ShouldBeEmpty();
        result.Approved.ShouldBe(deliveries.Count);
    }

    private static Vacancy Numbered(Vacancy model, int number)
    {
        var vacancy = new Vacancy { CreatedAt = model.CreatedAt, ChangedAt = model.ChangedAt };
        model.FacilityId.ShouldNotBe(Guid.Empty);
        VacancyFacts.Copy(model, vacancy);
        (vacancy.RequisitionId, vacancy.Slug, vacancy.Title) = ($"R-{number}", $"nurse-{number}", $"Registered Nurse, unit {number}");
        vacancy.Open(model.CreatedAt);
        return vacancy;
    }
}
