using Microsoft.Extensions.Options;

namespace Recruit.Channels;

/// <summary>The addresses of one network. Whatever is left empty is filled from <see cref="NetworkAddresses"/>.</summary>
public abstract class NetworkOptions
{
    /// <summary>Where the network's API listens.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Where a person sees a post: {id}, {account} and {handle} are filled in.</summary>
    public string PostUrl { get; set; } = "";

    /// <summary>Where a person sees all posts of an account: {account} and {handle} are filled in.</summary>
    public string TimelineUrl { get; set; } = "";

    public Uri ApiUrl => new(BaseUrl.TrimEnd('/') + "/");

    public string UrlOfPost(string remoteId, AccountAccess account) => Fill(PostUrl, account).Replace("{id}", remoteId, StringComparison.Ordinal);

    public Uri UrlOfTimeline(AccountAccess account) => new(Fill(TimelineUrl, account));

    private static string Fill(string template, AccountAccess account) => template
        .Replace("{account}", Uri.EscapeDataString(account.RemoteId), StringComparison.Ordinal)
        .Replace("{handle}", Uri.EscapeDataString(account.Handle.TrimStart('@')), StringComparison.Ordinal);
}

/// <summary>The real addresses of a network, and the path of its practice timeline.</summary>
/// <param name="PostUrl">Empty where the network itself names the address of each post.</param>
public sealed record NetworkAddresses(string BaseUrl, string PostUrl, string TimelineUrl, string PracticeTimeline);

public static class NetworkOptionsRegistration
{
    /// <summary>The one place where practice replaces the real addresses. An address from the settings always wins.</summary>
    public static OptionsBuilder<T> AddNetworkOptions<T>(this IServiceCollection services, string section, NetworkAddresses real)
        where T : NetworkOptions
        => services.AddOptions<T>()
            .BindConfiguration(section)
            .PostConfigure<IOptions<PracticeOptions>, IHostEnvironment>((options, practice, environment) =>
            {
                if (options.BaseUrl.Length == 0)
                    options.BaseUrl = practice.Value.IsOn(environment) ? $"http://localhost:{practice.Value.Port}/" : real.BaseUrl;

                var practiceTimeline = Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url) && url.IsLoopback
                    ? $"{options.BaseUrl.TrimEnd('/')}{real.PracticeTimeline}"
                    : null;
                if (options.PostUrl.Length == 0)
                    options.PostUrl = practiceTimeline is null ? real.PostUrl : practiceTimeline + "#{id}";
                if (options.TimelineUrl.Length == 0)
                    options.TimelineUrl = practiceTimeline ?? real.TimelineUrl;
            })
            .ValidateDataAnnotations()
            .Validate(options => IsSafe(options.BaseUrl), $"{section}:BaseUrl must be https, or http to a loopback host.")
            .Validate(options => IsTemplate(options.PostUrl), $"{section}:PostUrl must be a web address that contains {{id}}.")
            .Validate(options => IsAddress(options.TimelineUrl), $"{section}:TimelineUrl must be a web address.")
            .ValidateOnStart();

    private static bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static bool IsTemplate(string address) => address.Length == 0 || (address.Contains("{id}", StringComparison.Ordinal) && IsAddress(address));

    private static bool IsAddress(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
}
