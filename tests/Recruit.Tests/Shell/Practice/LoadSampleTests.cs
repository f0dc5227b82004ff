using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Rehearsal;
using Recruit.Shell;
using Recruit.Shell.Practice;
using Recruit.Tests.Support;

namespace Recruit.Tests.Shell.Practice;

public sealed class LoadSampleTests : IDisposable
{
    private readonly RecruitFactory _app = new();

    public LoadSampleTests()
    {
        // The start would load it at once, before the test has broken anything.
        _app.Replace = services => services.RemoveAll<LoadSample>();
        _app.Settings["Practice:Enabled"] = "true";
        _app.Settings["Practice:Port"] = Machine.FreePort().ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task What_stops_it_half_way_is_a_sentence_and_the_next_start_takes_it_up_where_it_stood()
    {
        var sample = ActivatorUtilities.CreateInstance<LoadSample>(_app.Services);
        var template = Path.Combine(_app.Services.GetRequiredService<RecruitHome>().TemplatesFolder, "linkedin", "announce.scriban");
        var words = await File.ReadAllTextAsync(template);
        await File.WriteAllTextAsync(template, "{{ no_such_fact }}");

        var reason = await sample.RunAsync();

        reason.ShouldNotBeNull().ShouldContain("linkedin/announce.scriban, line 1");
        reason.ShouldNotContain("   at ");

        await File.WriteAllTextAsync(template, words);
        (await sample.RunAsync()).ShouldBeNull();
        (await sample.RunAsync()).ShouldBeNull();

        var broadcasts = await _app.Db.ReadAsync(db => db.Broadcasts.Include(broadcast => broadcast.Planned).ThenInclude(planned => planned.Delivery).ToListAsync());
        broadcasts.Count.ShouldBe(7);
        broadcasts.Select(broadcast => broadcast.VacancyId).ShouldBeUnique();
        broadcasts.Count(broadcast => broadcast.Planned.Exists(planned => planned.Delivery!.State == DeliveryState.Held)).ShouldBe(1);
    }

    public void Dispose() => _app.Dispose();
}
