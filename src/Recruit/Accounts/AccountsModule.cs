using Recruit.Notices;

namespace Recruit.Accounts;

public static class AccountsModule
{
    public static void AddAccounts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<TokenVault>();
        builder.Services.AddSingleton<AccountHealth>();
        builder.Services.AddSingleton<LimitBook>();
        builder.Services.AddSingleton<AddAccount>();
        builder.Services.AddSingleton<ChangeAccount>();
        builder.Services.AddSingleton<BeginConnect>();
        builder.Services.AddSingleton<FinishConnect>();
        builder.Services.AddSingleton<TestAccount>();
        builder.Services.AddSingleton<RenewTokens>();
        builder.Services.AddSingleton<ProbeVersions>();
        builder.Services.AddSingleton<IAsksForPeople, VersionAsks>();
    }
}
