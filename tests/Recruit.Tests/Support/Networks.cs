using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Compliance.Rules;
using Recruit.Deliveries;
using Recruit.Notices;

namespace Recruit.Tests.Support;

/// <summary>What pages about deliveries stand on: two networks that answer nothing, the guard, and lanes that nobody runs.</summary>
public static class Networks
{
    public static ChannelCatalog Catalog { get; } = new([
        new StillNetwork("x", "X", new PostLimits(280, text => text.Length, "characters", LinkStandsInText: true, Price: text => text.Contains("http", StringComparison.Ordinal) ? 0.200m : 0.015m)),
        new StillNetwork("linkedin", "LinkedIn", new PostLimits(3000, text => text.Length, "characters", LinkStandsInText: false)),
    ]);

    public static void AddStillNetworks(this IServiceCollection services)
    {
        services.AddSingleton(Catalog);
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddSingleton<IComplianceRule, LengthRule>();
        services.AddSingleton<IComplianceRule, LinkRule>();
        services.AddSingleton<ComplianceGuard>();
        services.AddSingleton<TokenVault>();
        services.AddSingleton<AddAccount>();
        services.AddSingleton<ChangeAccount>();
        services.AddSingleton<TestAccount>();
        services.Configure<DeliveryOptions>(options => (options.LookDelays, options.RetryDelays) = ([TimeSpan.FromSeconds(30)], [TimeSpan.FromSeconds(5)]));
        services.AddSingleton(Boot.New());
        services.AddSingleton(provider => new LeaseClock(provider.GetRequiredService<TimeProvider>(), isShared: false));
        services.AddMetrics();
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<SuccessWishes>();
        services.AddSingleton<LimitBook>();
        services.AddSingleton<Outbox>();
        services.AddQuartz();
        services.AddSingleton<Lanes>();
        services.AddSingleton<ChangeDelivery>();
        services.AddSingleton<ChangeBudget>();
        services.AddSingleton<PauseSending>();
        services.AddSingleton<ResumeSending>();
    }
}

internal sealed record StillNetwork(string Value, string Name, PostLimits Limits) : IChannel
{
    public ChannelKey Key => new(Value);

    public IReadOnlyList<SecretSpec> Secrets { get; } = [new("access_token", "Access token", Required: true)];

    public Task<PublishResult> PublishAsync(PublishRequest request, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

    public Task<RemoveResult> RemoveAsync(string remoteId, AccountAccess account, CancellationToken ct) => throw new NotSupportedException();

    public Uri TimelineUrl(AccountAccess account) => new($"https://{Value}.example/{account.RemoteId}");
}
