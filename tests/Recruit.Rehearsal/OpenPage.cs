using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using MessagePack;

namespace Recruit.Rehearsal;

/// <summary>An admin page that somebody holds open: a browser's circuit without the browser. It draws nothing, and says that it drew.</summary>
public sealed partial class OpenPage : IAsyncDisposable
{
    private static readonly byte[] Handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray();
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _words;
    private Task _life = Task.CompletedTask;

    private OpenPage(string words) => _words = Encoding.UTF8.GetBytes(words);

    /// <summary>Opens the page, and returns when its circuit has drawn the words.</summary>
    /// <param name="path">For example /admin/deliveries.</param>
    public static async Task<OpenPage> OpenAsync(SignedIn person, string path, string words)
    {
        var page = new OpenPage(words);
        try
        {
            var home = person.Http.BaseAddress!;
            var html = await person.Http.GetStringAsync(new Uri(path, UriKind.Relative));
            var components = $"[{string.Join(',', Component().Matches(html).Select(match => match.Groups[1].Value))}]";
            var state = State().Match(html).Groups[1].Value;

            page._socket.Options.Cookies = person.Cookies;
            await page._socket.ConnectAsync(new UriBuilder(new Uri(home, "_blazor")) { Scheme = "ws" }.Uri, page._end.Token);
            await page._socket.SendAsync(Handshake, WebSocketMessageType.Text, true, page._end.Token);
            page._life = Task.WhenAll(page.ListenAsync(), page.PingAsync());
            await page.SayAsync(CircuitMessage.Call("StartCircuit", "0", home.ToString(), new Uri(home, path).ToString(), components, state));
            await page._shown.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
            return page;
        }
        catch (TimeoutException slow)
        {
            await page.DisposeAsync();
            throw new TimeoutException($"{path} did not show '{words}' in half a minute.", slow);
        }
        catch
        {
            await page.DisposeAsync();
            throw;
        }
    }

    /// <summary>False as soon as the server ended it.</summary>
    public bool IsOpen => _socket.State == WebSocketState.Open && !_life.IsCompleted;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _life;
        _socket.Dispose();
        _turn.Dispose();
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        var bytes = new byte[64 * 1024];
        var filled = 0;
        var greeted = false;
        try
        {
            while (await _socket.ReceiveAsync(bytes.AsMemory(filled), _end.Token) is { MessageType: not WebSocketMessageType.Close } part)
            {
                filled += part.Count;
                if (!greeted && Array.IndexOf(bytes, (byte)0x1e, 0, filled) is >= 0 and var mark)
                {
                    greeted = true;
                    bytes.AsSpan((mark + 1)..filled).CopyTo(bytes);
                    filled -= mark + 1;
                }

                while (greeted && CircuitMessage.Take(bytes.AsMemory(0, filled), out var method, out var arguments) is > 0 and var taken)
                {
                    if (method is not null)
                        await HeedAsync(method, arguments);
                    bytes.AsSpan(taken..filled).CopyTo(bytes);
                    filled -= taken;
                }

                if (filled == bytes.Length)
                    Array.Resize(ref bytes, bytes.Length * 2);
            }

            _shown.TrySetException(new InvalidOperationException("The server closed the page."));
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            _shown.TrySetException(end);
        }
    }

    private async Task HeedAsync(string method, ReadOnlyMemory<byte> arguments)
    {
        switch (method)
        {
            case "JS.RenderBatch":
                await SayAsync(CircuitMessage.Call("OnRenderCompleted", null, First(arguments), null));
                if (arguments.Span.IndexOf(_words) >= 0)
                    _shown.TrySetResult();
                break;
            case "JS.BeginInvokeJS":
                var call = First(arguments);
                await SayAsync(CircuitMessage.Call("EndInvokeJSFromDotNet", null, call, true, $"[{call},true,null]"));
                break;
            case "JS.Error":
                _shown.TrySetException(new InvalidOperationException($"The page failed: {Encoding.UTF8.GetString(arguments.Span)}"));
                break;
        }

        static long First(ReadOnlyMemory<byte> arguments)
        {
            var reader = new MessagePackReader(arguments);
            reader.ReadArrayHeader();
            return reader.ReadInt64();
        }
    }

    private async Task PingAsync()
    {
        try
        {
            using var beat = new PeriodicTimer(Beat, TimeProvider.System);
            while (await beat.WaitForNextTickAsync(_end.Token))
                await SayAsync(CircuitMessage.Ping);
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            // The page is closed.
        }
    }

    private async Task SayAsync(byte[] message)
    {
        await _turn.WaitAsync(_end.Token);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, true, _end.Token);
        }
        finally
        {
            _turn.Release();
        }
    }

    [GeneratedRegex("<!--Blazor:({\"type\":\"server\".*?})-->")]
    private static partial Regex Component();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
