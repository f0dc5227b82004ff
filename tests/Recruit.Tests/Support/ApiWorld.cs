using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Quartz;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Tests.Support;

/// <summary>A hospital that is driven by programs alone: HR's key, a recruiter's key, an administrator's key, and one account. Lanes run when told.</summary>
public sealed class ApiWorld : IAsyncLifetime
{
    public RecruitFactory App { get; } = new();

    public FakeChannel Network { get; }

    /// <summary>The same network, asked whom a post can be shown to.</summary>
    public TargetingChannel Targets { get; }

    public Facility Facility { get; } = A.Facility();

    public Account Account { get; } = A.Account();

    public StaffMember Hana { get; } = StaffMember.Create("hana@hospital.example", "Hana", StaffRoles.Hr);

    public StaffMember Ruth { get; } = StaffMember.Create("ruth@hospital.example", "Ruth", StaffRoles.Recruiter);

    public HttpClient Hr { get; private set; } = default!;

    public HttpClient Recruiter { get; private set; } = default!;

    public HttpClient Admin { get; private set; } = default!;

    public ApiWorld()
    {
        Network = new FakeChannel(App.Clock);
        Targets = new TargetingChannel(Network) { Choice = new TargetingChoice(Targeting.Everyone, "") };
        App.Replace = services =>
        {
            services.RemoveAll<ChannelCatalog>();
            services.AddSingleton(new ChannelCatalog([Targets]));
            foreach (var clock in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(QuartzHostedService)).ToList())
                services.Remove(clock);
        };
    }

    public async Task InitializeAsync()
    {
        App.Services.GetRequiredService<TokenVault>().Seal(Account, new Dictionary<string, string> { ["access_token"] = "secret" });
        await App.Db.SaveAsync(Facility, Account);
        Hr = await App.ProgramOfAsync(Hana);
        Recruiter = await App.ProgramOfAsync(Ruth);
        Admin = await App.ProgramOfAsync(StaffMember.Create("ada@hospital.example", "Ada", StaffRoles.Administrator));
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    public async Task<JsonElement> OpenVacancyAsync()
    {
        var made = await Hr.PostAsync(Urls.Api + "/vacancies", ApiFacts.Vacancy(Facility.Name), HttpStatusCode.Created);
        return await Hr.PostAsync($"{Urls.Api}/vacancies/{made.Text("id")}/open");
    }

    /// <summary>An announcement in an hour, submitted with HR's key.</summary>
    public async Task<JsonElement> BroadcastAsync(JsonElement vacancy, HttpClient? by = null) => await (by ?? Hr).PostAsync(Urls.Api + "/broadcasts",
        new { vacancy = vacancy.Text("requisitionId"), accounts = new[] { Account.Handle }, dueAt = App.Clock.GetUtcNow().AddHours(1) }, HttpStatusCode.Created);

    public Task<JsonElement> ApproveAsync(JsonElement broadcast) => Recruiter.PostAsync($"{Urls.Api}/broadcasts/{broadcast.Text("id")}/approve");

    public async Task RunLaneAsync()
    {
        var job = ActivatorUtilities.CreateInstance<LaneJob>(App.Services);
        await job.Execute(SendingTest.Waking.Of(JobBuilder.Create<LaneJob>().WithIdentity(LaneJob.KeyOf(Account.Id)).Build(), isTakenOver: false), CancellationToken.None);
    }
}
