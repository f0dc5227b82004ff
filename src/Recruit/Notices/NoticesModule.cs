namespace Recruit.Notices;

public static class NoticesModule
{
    public static void AddNotices(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // A redirect would carry the notice to a host that nobody named.
        builder.Services.AddHttpClient(CallWebhook.ClientName, client => client.Timeout = CallWebhook.TimeOut)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) })
            // Some receivers carry their token in the path.
            .RemoveAllLoggers();
        builder.Services.AddSingleton<SendMail>();
        builder.Services.AddSingleton<CallWebhook>();
        builder.Services.AddSingleton<SendNotices>();
        builder.Services.AddSingleton<ChangeNotices>();
        builder.Services.AddSingleton<SuccessWishes>();
        builder.Services.AddSingleton<IAsksForPeople, NoticeAsks>();
    }
}
