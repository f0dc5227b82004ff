using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Recruit.Persistence;

namespace Recruit.Shell;

public sealed class KeyProtectionOptions : IValidatableObject
{
    public const string Section = "DataProtection";

    /// <summary>A PKCS #12 file (.pfx) whose certificate wraps the keys that stand in the database.</summary>
    [StringLength(1000)]
    public string CertificatePath { get; set; } = "";

    [StringLength(1000)]
    public string CertificatePassword { get; set; } = "";

    public bool HasCertificate => CertificatePath.Length > 0;

    public X509Certificate2? TryOpen()
    {
        try
        {
            return HasCertificate ? X509CertificateLoader.LoadPkcs12FromFile(CertificatePath, CertificatePassword) : null;
        }
        catch (Exception closed) when (closed is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        using var certificate = TryOpen();
        if (HasCertificate && certificate is not { HasPrivateKey: true })
            yield return new ValidationResult(
                "is no PKCS #12 file with a private key that DataProtection:CertificatePassword opens", [nameof(CertificatePath)]);
    }
}

/// <summary>
/// The keys that encrypt accounts' secrets and cookies stand in the database, so that every node and every restart has them,
/// and are wrapped by a certificate outside it, so that a stolen copy of the database opens nothing.
/// </summary>
public static class KeyProtection
{
    public static void AddKeyProtection(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<KeyProtectionOptions>().BindConfiguration(KeyProtectionOptions.Section).ValidateDataAnnotations();
        var keys = builder.Services.AddDataProtection().SetApplicationName("Recruit").PersistKeysToDbContext<RecruitDb>();

        // Read here and not from options: the wrapping is chosen while services are registered. A wrong file is reported with all other wrong settings.
        var section = builder.Configuration.GetSection(KeyProtectionOptions.Section);
        var certificate = new KeyProtectionOptions
        {
            CertificatePath = section[nameof(KeyProtectionOptions.CertificatePath)] ?? "",
            CertificatePassword = section[nameof(KeyProtectionOptions.CertificatePassword)] ?? "",
        }.TryOpen();
        if (certificate is { HasPrivateKey: true })
            keys.ProtectKeysWithCertificate(certificate);
    }

    public static bool IsMissing(IHostEnvironment environment, KeyProtectionOptions options) => environment.IsProduction() && !options.HasCertificate;
}
