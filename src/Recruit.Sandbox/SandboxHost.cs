using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Recruit.Sandbox.Bluesky;
using Recruit.Sandbox.Facebook;
using Recruit.Sandbox.LinkedIn;
using Recruit.Sandbox.Mastodon;
using Recruit.Sandbox.OAuth;
using Recruit.Sandbox.Timeline;
using Recruit.Sandbox.X;

namespace Recruit.Sandbox;

/// <summary>The practice networks on a port of their own. Several may run in one process.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly World _world;
    private readonly int _port;

    private SandboxHost(WebApplication app, World world, int port) => (_app, _world, _port) = (app, world, port);

    public Uri Address => _port != 0 ? new Uri($"http://localhost:{_port}/") : BoundAddress();

    public static SandboxHost Create(SandboxOptions options)
    {
        // Built from nothing: the port, the arguments and the signals belong to the program that hosts this.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Recruit.Sandbox" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (options.Port == 0)
                kestrel.Listen(IPAddress.Loopback, 0);
            else
                kestrel.ListenLocalhost(options.Port);
        });
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.Services.AddRouting();
        builder.Services.AddRazorComponents();
        var world = new World(options);
        builder.Services.AddSingleton(_ => world);

        var app = builder.Build();
        app.UseRouting();
        app.MapX(world);
        app.MapXOAuth();
        app.MapLinkedIn(world);
        app.MapLinkedInOAuth();
        app.MapFacebookOAuth();
        app.MapFacebook(world);
        app.MapMastodon(world);
        app.MapBluesky(world);
        app.MapControl();
        app.MapDeveloperPages();
        app.MapTimeline();
        return new SandboxHost(app, world, options.Port);
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => _app.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _world.Dispose();
    }

    private Uri BoundAddress() =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? new Uri(address)
            : throw new InvalidOperationException("The port is known once the sandbox has started.");

    /// <summary>The default one would catch Ctrl+C and SIGTERM, which the hosting program needs to stop things in its own order.</summary>
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
