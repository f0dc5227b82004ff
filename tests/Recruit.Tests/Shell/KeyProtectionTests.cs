using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Tests.Support;

namespace Recruit.Tests.Shell;

public sealed class KeyProtectionTests : IDisposable
{
    private readonly TestDb _db = new();
    private readonly string _certificate = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pfx");

    [Fact]
    public async Task With_a_certificate_the_stored_key_cannot_be_read_and_still_opens_what_it_closed()
    {
        MakeCertificate("secret");
        string[] settings = [$"--DataProtection:CertificatePath={_certificate}", "--DataProtection:CertificatePassword=secret"];

        var closed = await ProtectAsync("token", settings);

        var stored = (await _db.ReadAsync(db => db.DataProtectionKeys.SingleAsync())).Xml!;
        stored.ShouldContain("EncryptedData");
        stored.ShouldNotContain("masterKey");
        (await UnprotectAsync(closed, settings)).ShouldBe("token");
        await Should.ThrowAsync<CryptographicException>(() => UnprotectAsync(closed, []));
    }

    [Fact]
    public async Task Without_a_certificate_another_start_still_opens_what_an_earlier_one_closed()
        => (await UnprotectAsync(await ProtectAsync("token", []), [])).ShouldBe("token");

    private async Task<string> ProtectAsync(string text, string[] settings)
    {
        await using var app = Build(settings);
        return Protector(app).Protect(text);
    }

    private async Task<string> UnprotectAsync(string text, string[] settings)
    {
        await using var app = Build(settings);
        return Protector(app).Unprotect(text);
    }

    private static IDataProtector Protector(Microsoft.AspNetCore.Builder.WebApplication app)
        => app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private Microsoft.AspNetCore.Builder.WebApplication Build(string[] settings)
        => RecruitApp.Build([$"--Database:Provider={TestDb.Provider}", $"--Database:ConnectionString={_db.ConnectionString}", .. settings]);

    private void MakeCertificate(string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Recruit keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(1));
        File.WriteAllBytes(_certificate, certificate.Export(X509ContentType.Pfx, password));
    }

    public void Dispose()
    {
        _db.Dispose();
        File.Delete(_certificate);
    }
}
