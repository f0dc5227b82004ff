using Microsoft.Extensions.DependencyInjection;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Staff;
using Recruit.Tests.Channels;
using Recruit.Tests.Support;

namespace Recruit.Tests.Accounts;

public sealed class VersionAsksTests : IDisposable
{
    private readonly TestDb _db = new();
    private readonly ChannelStage _stage = new();

    public void Dispose()
    {
        _stage.Dispose();
        _db.Dispose();
    }

    [Theory]
    [InlineData(StaffRoles.Administrator, 300, 1)]
    [InlineData(StaffRoles.Administrator, 200, 0)]
    [InlineData(StaffRoles.Hr, 300, 0)]
    public async Task Whoever_runs_accounts_is_asked_once_for_each_network_in_time(StaffRoles roles, int daysOn, int asks)
    {
        _stage.Clock.Advance(TimeSpan.FromDays(daysOn));
        var staff = StaffMember.Create("ada@hospital.example", "Ada", roles);
        await _db.SaveAsync(staff, A.Account(), A.Account("linkedin", "Lakeside Careers"), A.Account("linkedin", "Hillside Careers"));

        var asked = await _db.ReadAsync(db => new VersionAsks(_stage.Services.GetRequiredService<ChannelCatalog>(), _stage.Clock).AsksAsync(db, staff.Id, roles, default));

        asked.Count.ShouldBe(asks);
    }
}
