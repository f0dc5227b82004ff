using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;
using Recruit.Persistence;

namespace Recruit.Tests.Architecture;

public class ContainerTests
{
    // Development makes the framework check every registration and every scope when the container is built.
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=:memory:", true)]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=:memory:", false)]
    [InlineData(DatabaseProvider.Postgres, "Host=localhost", false)]
    public async Task Everything_that_is_asked_for_is_registered(DatabaseProvider provider, string connection, bool practice)
    {
        await using var app = Build(provider, connection, practice);

        app.Services.GetServices<IHostedService>().ShouldNotBeEmpty();
        foreach (var job in typeof(RecruitApp).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IJob)) && type.IsClass))
            ActivatorUtilities.CreateInstance(app.Services, job).ShouldNotBeNull();
    }

    private static WebApplication Build(DatabaseProvider provider, string connection, bool practice) => RecruitApp.Build([
        "--environment=Development",
        $"--Database:Provider={provider}",
        $"--Database:ConnectionString={connection}",
        $"--Practice:Enabled={practice}",
    ]);
}
