using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Recruit.Tests.Support;

/// <summary>A mail server on this machine that speaks as much SMTP as a client needs, and keeps what it was given.</summary>
public sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public MailServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Each mail as it came, headers and text.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    /// <summary>What it says to a recipient; 250 takes the mail.</summary>
    public string RecipientAnswer { get; set; } = "250 fine";

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 here");
            while (await reader.ReadLineAsync() is { } line)
            {
                var word = line.Split(' ', ':')[0].ToUpperInvariant();
                if (word == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    var mail = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } text && text != ".")
                        mail.AppendLine(text);
                    Mails.Enqueue(mail.ToString());
                    await writer.WriteLineAsync("250 taken");
                }
                else
                    await writer.WriteLineAsync(word == "RCPT" ? RecipientAnswer : word == "QUIT" ? "221 bye" : "250 fine");
            }
        }
    }
}
