using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Recruit.Persistence;
using Recruit.Shell.Practice;

namespace Recruit.Shell;

/// <summary>Starts the web app, or says in sentences why it cannot.</summary>
public static class Start
{
    private const string DefaultUrl = "http://localhost:5080";

    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        // The start says so itself, once, with the setting that mends it.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        ["Logging:LogLevel:Quartz"] = "Warning",
        ["Logging:LogLevel:System.Net.Http"] = "Warning",
        // A line for each call to a network would bury the few lines that a start prints.
        ["Logging:LogLevel:Recruit.Channels.ChannelHttp"] = "Warning",
        ["Logging:Console:FormatterName"] = "simple",
        ["Logging:Console:FormatterOptions:SingleLine"] = "true",
        ["Logging:Console:FormatterOptions:TimestampFormat"] = "HH:mm:ss ",
    };

    public static WebApplicationBuilder CreateBuilder(string[] args, RecruitHome home)
    {
        var pages = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Start).Assembly.GetName().Name,
            ContentRootPath = home.Folder,
            WebRootPath = Directory.Exists(pages) ? pages : null,
        });
        builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = Defaults });
        // A start that fails says why in one sentence of ours; the host would add a page of stack trace.
        var gate = new StartGate();
        builder.Services.AddSingleton(gate);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => gate.Passed && level >= LogLevel.Warning);
        // Calls on their way are heard out that long. Who stops a service waits about as long before it kills.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        // Not only in Development: a build that was not published finds its style sheets through this list alone.
        builder.WebHost.UseStaticWebAssets().ConfigureKestrel(server => server.AddServerHeader = false);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"])
            && string.IsNullOrEmpty(builder.Configuration["https_ports"]) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultUrl);
        // Links in posts must lead somewhere when the app listens elsewhere and nobody said where the jobs site is.
        else if (ListeningAddress.Of(builder.Configuration) is { } address)
            ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
            {
                InitialData = new Dictionary<string, string?> { [$"{SiteOptions.Section}:{nameof(SiteOptions.BaseUrl)}"] = address },
            });
        return builder;
    }

    public static async Task<int> RunAsync(Func<WebApplication> build, TextWriter console, TextWriter errors)
    {
        await using var app = BuildOrSay(build, errors);
        if (app is null || !await app.Services.CheckSettingsAsync(errors))
            return 1;

        IDisposable? claim = null;
        try
        {
            claim = SqlitePlace.Claim(app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value, app.Services.GetRequiredService<RecruitHome>());
            var database = app.Services.GetRequiredService<MigrateDatabase>();
            await database.RunAsync();
            // Two nodes may start at once on a new database: one makes the clock jobs' tables and loads the sample, and the other finds them.
            await using var turn = await database.TakeTurnAsync();
            await app.StartAsync();
            app.Services.GetRequiredService<StartGate>().Passed = true;
            if (app.Services.GetService<LoadSample>() is { } sample && await sample.RunAsync() is { } reason)
                await errors.WriteLineAsync(reason);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Ctrl+C before the start was over.
            claim?.Dispose();
            return 0;
        }
        catch (Exception trouble) when (Explain(trouble) is { } sentence)
        {
            claim?.Dispose();
            await errors.WriteLineAsync(sentence);
            return 1;
        }

        using var held = claim;
        await app.Services.GetRequiredService<Welcome>().PrintAsync(app.Urls, console);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Null when the settings or their folder cannot even be read, which is then said.</summary>
    public static WebApplication? BuildOrSay(Func<WebApplication> build, TextWriter errors)
    {
        try
        {
            return build();
        }
        catch (Exception trouble) when (Explain(trouble) is { } sentence)
        {
            errors.WriteLine(sentence);
            return null;
        }
    }

    public static string? Explain(Exception trouble) => trouble switch
    {
        DbException or { InnerException: DbException } => $"The database cannot be used: {(trouble as DbException ?? trouble.InnerException!).Message} See Database:Provider and Database:ConnectionString.",
        IOException { InnerException.InnerException: SocketException } or IOException { InnerException: SocketException } or SocketException
            => $"{trouble.Message} Another program may be using the address: end it, or set ASPNETCORE_URLS to another one.",
        InvalidDataException => trouble is { InnerException: { } inner } ? $"{trouble.Message} {inner.GetBaseException().Message}" : trouble.Message,
        DirectoryNotFoundException => $"There is no folder {trouble.Message.Trim()}. Check Recruit__Home.",
        IOException => $"{trouble.Message} If Recruit is already running here, use that one or end it first.",
        UnauthorizedAccessException => $"{trouble.Message} Let the account that runs Recruit write there, or set Recruit__Home to another folder.",
        // Kestrel's words for an address that it cannot read.
        FormatException => $"{trouble.Message.TrimEnd('.')}. Set ASPNETCORE_URLS to an address such as {DefaultUrl}.",
        _ => null,
    };

    private sealed class StartGate
    {
        public bool Passed { get; set; }
    }
}
