using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Recruit.Notices;

public enum SmtpSecurity
{
    /// <summary>Begins in the clear and must turn to TLS.</summary>
    StartTls,
    /// <summary>TLS from the first byte.</summary>
    Tls,
    /// <summary>In the clear: only to this machine.</summary>
    None,
}

/// <summary>The hospital's mail server. Without a host no mail is sent.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    public const string Section = "Smtp";

    public string Host { get; set; } = "";

    [Range(1, 65535, ErrorMessage = "The field Port must lie between 1 and 65535.")]
    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; }

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender: an address, perhaps with a name.</summary>
    public string From { get; set; } = "";

    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan TimeOut { get; set; } = TimeSpan.FromSeconds(20);

    public bool IsOn() => Host.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Host.Length == 0)
            yield break;

        if (!MimeKit.MailboxAddress.TryParse(From, out _))
            yield return new ValidationResult("The field From must be a mail address, for example Recruit <recruit@hospital.org>.", [nameof(From)]);
        if (Security == SmtpSecurity.None && !IsThisMachine(Host))
            yield return new ValidationResult("The field Security may be None only to this machine: choose StartTls or Tls.", [nameof(Security)]);
    }

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
