using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Quartz;
using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Channels;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Rehearsal;
using Recruit.Shell;
using Recruit.Shell.Practice;
using Recruit.Staff;
using Recruit.Tests.Support;
using Recruit.Vacancies;

namespace Recruit.Tests.Shell.Practice;

/// <summary>A digest from its order to the practice networks, and by its link to the openings; only the lanes are woken by hand.</summary>
public sealed class DigestPracticeTests : IDisposable
{
    private readonly RecruitFactory _app = new();

    public DigestPracticeTests()
    {
        _app.Settings["Practice:Enabled"] = "true";
        _app.Settings["Practice:Port"] = Machine.FreePort().ToString(CultureInfo.InvariantCulture);
        _app.Replace = services =>
        {
            services.RemoveAll<LoadSample>();
            foreach (var clock in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(QuartzHostedService)).ToList())
                services.Remove(clock);
        };
    }

    [Fact]
    public async Task It_stands_on_each_network_a_day_later_and_its_link_leads_to_the_openings()
    {
        (await ActivatorUtilities.CreateInstance<LoadSample>(_app.Services).RunAsync()).ShouldBeNull();
        var accounts = await ReadAsync(db => db.Accounts.ToListAsync());
        var facility = (await ReadAsync(db => db.Facilities.ToListAsync())).MaxBy(row => row.Name)!;
        var tomorrow = facility.Zone.LocalTime(_app.Clock.GetUtcNow().AddHours(23));
        var ruth = await ReadAsync(db => db.Users.SingleAsync(staff => staff.Name.StartsWith("Ruth")));

        foreach (var account in accounts)
            await The<ChangeAccount>().SetDigestAsync(ruth.Id, account.Id, new DigestOrder(facility.Id, "", tomorrow.DayOfWeek, new TimeOnly(tomorrow.Hour, tomorrow.Minute)));
        (await The<PlanDigests>().RunAsync()).ShouldBe(3);
        var seen = (await DigestsAsync()).ConvertAll(planned => new SeenDelivery(planned.Id, planned.Hash));
        (await The<ApproveDeliveries>().RunAsync(seen, ruth.Id)).Refusals.ShouldBeEmpty();
        _app.Clock.Advance(TimeSpan.FromHours(23));
        foreach (var account in accounts)
            await RunLaneAsync(account);

        var told = await ReadAsync(db => db.Broadcasts.Where(row => row.VacancyId == null).SelectMany(row => row.Digest).Select(one => one.Vacancy!.Slug).Distinct().ToListAsync());
        told.Count.ShouldBeGreaterThan(1);
        foreach (var posted in await DigestsAsync())
        {
            posted.State.ShouldBe(DeliveryState.Published, posted.Reason);
            var network = (IFindsPosts)The<ChannelCatalog>()[posted.Account!.Channel];
            (await network.SeeAsync(posted.RemoteId!, The<TokenVault>().Open(posted.Account)!, default)).ShouldBeOfType<PostSight.Stands>();

            var answer = await _app.Browser().GetAsync(new Uri(Urls.Go(posted.LinkCode!), UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            var page = await _app.Browser().GetStringAsync(answer.Headers.Location);
            told.ShouldAllBe(slug => page.Contains(slug, StringComparison.Ordinal));
        }
    }

    public void Dispose() => _app.Dispose();

    private Task<List<Delivery>> DigestsAsync() => ReadAsync(db => db.PlannedDeliveries.AsNoTracking()
        .Where(planned => planned.Broadcast!.VacancyId == null).Include(planned => planned.Delivery).ThenInclude(delivery => delivery!.Account)
        .Select(planned => planned.Delivery!).ToListAsync());

    private Task<T> ReadAsync<T>(Func<RecruitDb, Task<T>> read) => _app.Db.ReadAsync(read);

    private T The<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    private async Task RunLaneAsync(Account account)
    {
        var job = ActivatorUtilities.CreateInstance<LaneJob>(_app.Services);
        await job.Execute(SendingTest.Waking.Of(JobBuilder.Create<LaneJob>().WithIdentity(LaneJob.KeyOf(account.Id)).Build()), CancellationToken.None);
    }
}
