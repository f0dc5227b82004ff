using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Recruit.FaultTests.Support;

/// <summary>nginx with the set-up that README shows, so that what people copy is what was tried.</summary>
public sealed partial class NginxProcess : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recruit-nginx-").FullName;
    private Process? _process;

    private NginxProcess(int port) => Address = new Uri($"http://127.0.0.1:{port}");

    public Uri Address { get; }

    public static async Task<NginxProcess> StartAsync(params int[] nodes)
    {
        var proxy = new NginxProcess(Machine.FreePort());
        var readme = await File.ReadAllTextAsync(Path.Combine(Machine.Root, "README.md"));
        var shown = Block().Match(readme).Groups[1].Value;
        shown.ShouldNotBeEmpty("README shows an nginx set-up.");
        var servers = string.Concat(nodes.Select(port => $"    server 127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)};\n"));
        var http = Listen().Replace(Servers().Replace(shown, servers, 1), $"listen 127.0.0.1:{proxy.Address.Port};");
        var settings = Path.Combine(proxy._folder, "nginx.conf");
        await File.WriteAllTextAsync(settings,
            $"daemon off; pid {proxy._folder}/pid; error_log stderr; events {{ }}\nhttp {{ access_log off; client_body_temp_path {proxy._folder}/body; proxy_temp_path {proxy._folder}/proxy; fastcgi_temp_path {proxy._folder}/f; uwsgi_temp_path {proxy._folder}/u; scgi_temp_path {proxy._folder}/s;\n{http}\n}}");
        proxy._process = Process.Start(new ProcessStartInfo(File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx", ["-c", settings]))!;
        using var client = new HttpClient();
        (await Stage.UntilAsync(async () =>
        {
            try
            {
                return (int)(await client.GetAsync(proxy.Address)).StatusCode > 0;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, TimeSpan.FromSeconds(20))).ShouldBeTrue("nginx did not start.");
        return proxy;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
            Machine.Terminate(_process);
        _process?.WaitForExit();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("```nginx\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("( *server [^;{]+;\\n)+")]
    private static partial Regex Servers();

    [GeneratedRegex("listen [^;]+;")]
    private static partial Regex Listen();
}
