using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Recruit.Channels;

namespace Recruit.Tests.Channels;

/// <summary>The channels as the program registers them, with a clock that stands and a book of all log lines.</summary>
public sealed class ChannelStage : IDisposable
{
    private readonly IHost _host;

    public ChannelStage(Action<IServiceCollection>? replace = null, FakeTimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        Clock = clock ?? new FakeTimeProvider(new DateTimeOffset(2026, 10, 6, 8, 0, 0, TimeSpan.Zero));
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<ILoggerProvider>(Logs);
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.AddChannels();
        replace?.Invoke(builder.Services);
        _host = builder.Build();
    }

    public FakeTimeProvider Clock { get; }

    public LogBook Logs { get; } = new();

    public IServiceProvider Services => _host.Services;

    public ChannelCatalog Catalog => Services.GetRequiredService<ChannelCatalog>();

    /// <summary>From the next call on. Shorter than any setting may be, so that a test need not wait.</summary>
    public void GiveUpAfter(TimeSpan timeOut) => Services.GetRequiredService<IOptions<ChannelHttpOptions>>().Value.TimeOut = timeOut;

    public void Dispose() => _host.Dispose();
}
