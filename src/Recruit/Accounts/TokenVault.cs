using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Recruit.Channels;

namespace Recruit.Accounts;

/// <summary>The only place where an account's secrets are sealed and opened.</summary>
public sealed class TokenVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Recruit.Accounts.Secrets");

    private readonly IDataProtector _logins = protection.CreateProtector("Recruit.Accounts.Logins");

    public void Seal(Account account, IReadOnlyDictionary<string, string> secrets)
        => account.SealedSecrets = _protector.Protect(JsonSerializer.Serialize(secrets));

    public void Seal(ConnectAttempt attempt, ConnectSecrets secrets) => attempt.Sealed = _logins.Protect(JsonSerializer.Serialize(secrets));

    /// <summary>Null when the secrets cannot be opened.</summary>
    public ConnectSecrets? Open(ConnectAttempt attempt)
    {
        try
        {
            return JsonSerializer.Deserialize<ConnectSecrets>(_logins.Unprotect(attempt.Sealed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Null when the secrets cannot be opened: the key is gone or belongs to another installation.</summary>
    public AccountAccess? Open(Account account)
    {
        try
        {
            var secrets = JsonSerializer.Deserialize<Dictionary<string, string>>(_protector.Unprotect(account.SealedSecrets))!;
            var server = account.Server.Length > 0 ? new Uri(account.Server) : null;
            return new AccountAccess(account.Id, account.Handle, account.RemoteId, server, secrets);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
