using Microsoft.Extensions.Options;
using Recruit.Channels;
using Recruit.Sandbox;

namespace Recruit.Shell.Practice;

/// <summary>Hosts the practice networks in this process, on their own port. Registered first, so that they start before the lanes and stop after them.</summary>
public sealed class PracticeNetworks(IOptions<PracticeOptions> options, RecruitHome home, IHttpClientFactory clients) : IHostedService
{
    private SandboxHost? _host;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(home.DataFolder);
        _host = SandboxHost.Create(new SandboxOptions
        {
            Port = options.Value.Port,
            DataFile = Path.Combine(home.DataFolder, "practice-posts.jsonl"),
        });
        await _host.StartAsync(cancellationToken);
    }

    /// <summary>Gives an account of the practice networks its face, as the hospital would on the real ones.</summary>
    public async Task IntroduceAsync(string network, string remoteId, string handle, string name, CancellationToken ct)
    {
        using var client = clients.CreateClient(nameof(PracticeNetworks));
        var answer = await client.PutAsJsonAsync(new Uri(_host!.Address, $"_sandbox/accounts/{network}/{remoteId}"), new { handle, name }, ct);
        answer.EnsureSuccessStatusCode();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_host is null)
            return;

        await _host.StopAsync(cancellationToken);
        await _host.DisposeAsync();
    }
}
