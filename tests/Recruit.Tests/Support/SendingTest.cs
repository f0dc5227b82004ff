using System.Reflection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using Recruit.Accounts;
using Recruit.Audiences;
using Recruit.Broadcasts;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Pictures;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Tests.Support;

/// <summary>
/// Everything from a vacancy to its post, on real parts: only the network and the clock are ours. Nothing wakes by itself:
/// a test runs a lane with <see cref="RunLaneAsync"/>.
/// </summary>
public abstract class SendingTest : IAsyncLifetime
{
    private readonly IHost _host;

    /// <param name="network">Stands in for the one network; null for one that makes a second post of every repetition.</param>
    /// <param name="account">Null for one of the stand-in.</param>
    /// <param name="replace">Registers other parts instead, for example real channels.</param>
    protected SendingTest(Func<TimeProvider, FakeChannel>? network = null, Account? account = null, Action<IHostApplicationBuilder>? replace = null)
    {
        Account = account ?? A.Account();
        Network = network is null ? new FakeChannel(Clock) : network(Clock);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IDbContextFactory<RecruitDb>>(Db);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddSingleton(new ChannelCatalog([Network]));
        builder.Services.Configure<SiteOptions>(site => site.BaseUrl = "https://jobs.example.org");
        builder.Services.Configure<DatabaseOptions>(database => database.Provider = TestDb.Provider);
        builder.Services.AddQuartz();
        builder.AddNotices();
        builder.AddTemplates(RecruitHome.Find([]).TemplatesFolder);
        builder.AddCompliance();
        builder.AddAccounts();
        builder.AddPictures();
        builder.AddDeliveries();
        builder.AddAudiences();
        builder.AddBroadcasts();
        replace?.Invoke(builder);
        _host = builder.Build();
    }

    protected TestDb Db { get; } = new();

    protected FakeTimeProvider Clock { get; } = new(A.Now);

    protected FakeChannel Network { get; }

    protected Facility Facility { get; } = A.Facility();

    protected Account Account { get; }

    /// <summary>What the account's calls carry.</summary>
    protected virtual string Token => "secret";

    protected StaffMember Hana { get; } = StaffMember.Create("hana@hospital.example", "Hana", StaffRoles.Hr);

    protected StaffMember Ruth { get; } = StaffMember.Create("ruth@hospital.example", "Ruth", StaffRoles.Recruiter);

    protected T The<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        The<TokenVault>().Seal(Account, new Dictionary<string, string> { ["access_token"] = Token });
        await Db.SaveAsync(Facility, Account, Hana, Ruth);
    }

    public Task DisposeAsync()
    {
        _host.Dispose();
        Db.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Saves rows whose facility and account stand there already.</summary>
    protected async Task SaveAsync(params object[] rows)
    {
        await using var db = Db.CreateDbContext();
        db.AttachRange(Facility, Account);
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    /// <summary>Approved, and due at once.</summary>
    protected async Task<Delivery> ScheduleAsync(string text = "We hire an ICU nurse in Duluth.")
    {
        var delivery = A.Delivery(Account, Facility, DeliveryState.Scheduled, text, writer: Hana.Id, asSoonAsApproved: true);
        await SaveAsync(delivery);
        return delivery;
    }

    /// <summary>What the account's lane does when it wakes now.</summary>
    /// <param name="isTakenOver">It was the lane of a node that fell silent.</param>
    protected async Task RunLaneAsync(bool isTakenOver = false)
    {
        var job = ActivatorUtilities.CreateInstance<LaneJob>(_host.Services);
        await job.Execute(Waking.Of(JobBuilder.Create<LaneJob>().WithIdentity(LaneJob.KeyOf(Account.Id)).Build(), isTakenOver), CancellationToken.None);
    }

    protected async Task RunLaneAfterAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await RunLaneAsync();
    }

    protected Task<Delivery> NowAsync(Delivery delivery) => NowAsync(delivery.Id);

    protected Task<Delivery> NowAsync(Guid deliveryId) => Db.ReadAsync(db => db.Deliveries.Include(row => row.Account).AsNoTracking().SingleAsync(row => row.Id == deliveryId));

    protected async Task<Vacancy> OpenAsync(Action<Vacancy>? with = null)
    {
        var vacancy = A.Vacancy(Facility, with, VacancyState.Open);
        await SaveAsync(vacancy);
        return vacancy;
    }

    /// <summary>Previews and submits what was seen, as a person does.</summary>
    protected async Task<IReadOnlyList<Guid>> SubmitAsync(Vacancy vacancy, BroadcastChoices choices)
    {
        var preview = await The<PlanBroadcast>().PreviewAsync(vacancy.Id, [Account.Id], choices);
        preview.Problems.ShouldBeEmpty();
        var result = await The<PlanBroadcast>().RunAsync(vacancy.Id, [.. preview.Copies.Select(Chosen)], choices.LatePolicy, Hana.Id);
        return result.ShouldBeOfType<BroadcastResult.Submitted>().DeliveryIds;
    }

    protected static ChosenCopy Chosen(ComposedCopy copy) => new(copy.Post, copy.LinkCode, copy.Content.Targeting, null);

    protected async Task<ApprovalResult> ApproveAsync(IEnumerable<Guid> deliveryIds, StaffMember? by = null)
    {
        var seen = new List<SeenDelivery>();
        foreach (var id in deliveryIds)
            seen.Add(new SeenDelivery(id, (await NowAsync(id)).Hash));
        return await The<ApproveDeliveries>().RunAsync(seen, (by ?? Ruth).Id);
    }

    /// <summary>A lane asks its waking for nothing but its own name, and whether it was another's.</summary>
    public class Waking : DispatchProxy
    {
        private IJobDetail _detail = default!;
        private bool _isTakenOver;

        public static IJobExecutionContext Of(IJobDetail detail, bool isTakenOver = false)
        {
            var waking = Create<IJobExecutionContext, Waking>();
            ((Waking)(object)waking)._detail = detail;
            ((Waking)(object)waking)._isTakenOver = isTakenOver;
            return waking;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
            => targetMethod?.Name switch
            {
                "get_JobDetail" => _detail,
                "get_Recovering" => _isTakenOver,
                _ => throw new NotSupportedException(targetMethod?.Name),
            };
    }
}
