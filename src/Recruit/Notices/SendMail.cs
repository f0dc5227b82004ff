using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using Recruit.Shell;

namespace Recruit.Notices;

/// <summary>Sends one notice by mail.</summary>
public sealed class SendMail(IOptions<SmtpOptions> options, IOptions<SiteOptions> site)
{
    /// <returns>Why it was not taken, a sentence; null when the mail server has it.</returns>
    public async Task<string?> RunAsync(Notice notice, Guid letterId, string name, string address, CancellationToken ct)
    {
        var smtp = options.Value;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(smtp.TimeOut);
        try
        {
            using var client = new SmtpClient { Timeout = (int)smtp.TimeOut.TotalMilliseconds };
            await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security switch
            {
                SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
                SmtpSecurity.None => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            }, limit.Token);
            if (smtp.User.Length > 0)
                await client.AuthenticateAsync(smtp.User, smtp.Password, limit.Token);
            await client.SendAsync(Write(notice, letterId, name, address), limit.Token);
            // It is taken: what becomes of the goodbye changes nothing.
            await client.DisconnectAsync(quit: true, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return null;
        }
        catch (Exception trouble) when (!ct.IsCancellationRequested
            && trouble is SocketException or IOException or ProtocolException or CommandException or AuthenticationException or ServiceNotAuthenticatedException or SslHandshakeException or NotSupportedException or OperationCanceledException or TimeoutException)
        {
            // What the server said may name people: the kind of trouble is enough.
            return trouble switch
            {
                AuthenticationException => $"The mail server {smtp.Host} refuses the user name or the password. Check Smtp:User and Smtp:Password.",
                ServiceNotAuthenticatedException => $"The mail server {smtp.Host} wants a user name. Set Smtp:User and Smtp:Password.",
                SslHandshakeException or NotSupportedException => $"The mail server {smtp.Host} offers no safe connection. Check Smtp:Security and Smtp:Port.",
                SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } => "The mail server does not take mail for this address.",
                SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } => "The mail server does not take mail from Smtp:From.",
                CommandException or ProtocolException => $"The mail server {smtp.Host} did not take the mail.",
                OperationCanceledException or TimeoutException => $"The mail server {smtp.Host} did not answer in time.",
                _ => $"The mail server {smtp.Host} cannot be reached at port {smtp.Port}.",
            };
        }
    }

    private MimeMessage Write(Notice notice, Guid letterId, string name, string address)
    {
        var from = MailboxAddress.Parse(options.Value.From);
        var message = new MimeMessage
        {
            Subject = $"Recruit: {notice.Title}",
            Body = new TextPart("plain") { Text = $"{notice.Text}\n\n{site.Value.Absolute(notice.Path)}\n\nWhich mails you get is your choice: {site.Value.Absolute(Urls.Notices)}\n" },
            Date = notice.At,
            // A second try is the same mail, and may be recognized by it.
            MessageId = $"{letterId}@{from.Domain}",
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(name, address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
