using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Recruit.Audit;
using Recruit.Deliveries;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public sealed class WarmUpTests : SendingTest
{
    [Fact]
    public async Task It_walks_the_way_of_a_send_and_leaves_no_trace()
    {
        var delivery = await ScheduleAsync();
        var version = (await NowAsync(delivery)).Version;
        var entries = await Db.ReadAsync(db => db.AuditEntries.CountAsync());
        using var warmUp = The<IEnumerable<IHostedService>>().OfType<WarmUp>().Single();

        await warmUp.WalkAsync(CancellationToken.None);
        await warmUp.WalkAsync(CancellationToken.None);

        Network.Sent.ShouldBeEmpty();
        (await Db.ReadAsync(db => db.Deliveries.SingleAsync())).Version.ShouldBe(version);
        (await Db.ReadAsync(db => db.Attempts.CountAsync())).ShouldBe(0);
        (await Db.ReadAsync(db => db.AuditEntries.CountAsync())).ShouldBe(entries);
    }
}
