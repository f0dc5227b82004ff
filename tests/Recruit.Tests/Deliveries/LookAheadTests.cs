using Microsoft.Extensions.Logging.Abstractions;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Deliveries;
using Recruit.Tests.Support;

namespace Recruit.Tests.Deliveries;

public sealed class LookAheadTests : SendingTest
{
    [Fact]
    public async Task What_is_due_soon_is_read_before_the_check_that_precedes_the_call()
    {
        var rule = new CountingRule();
        using var guard = new ComplianceGuard([rule], Clock, NullLogger<ComplianceGuard>.Instance);
        var ahead = new LookAhead(Db, guard, The<HandInPictures>(), The<ChannelCatalog>(), Clock);
        var delivery = A.Delivery(Account, Facility, DeliveryState.Scheduled);
        await SaveAsync(delivery);

        Clock.SetUtcNow(delivery.DueAt!.Value.AddMinutes(-2));
        await ahead.RunAsync(CancellationToken.None);
        rule.Asked.ShouldBe(0, "It is not due for a while.");

        Clock.SetUtcNow(delivery.DueAt!.Value.AddSeconds(-20));
        await ahead.RunAsync(CancellationToken.None);
        rule.Asked.ShouldBe(1);

        guard.Check((await NowAsync(delivery)).ToDraft(Network));
        rule.Asked.ShouldBe(1, "It has been read.");
    }

    private sealed class CountingRule : IComplianceRule
    {
        public int Asked { get; private set; }

        public IEnumerable<Finding> Check(DraftReading reading, DateOnly today)
        {
            Asked++;
            return [];
        }
    }
}
