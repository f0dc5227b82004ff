using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Recruit.Channels;

/// <summary>The addresses of one network. Whatever is left empty is filled from <see cref="NetworkAddresses"/>.</summary>
public abstract class NetworkOptions : IValidatableObject
{
    /// <summary>Where the network's API listens.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Where a person sees a post: {id}, {account} and {handle} are filled in.</summary>
    public string PostUrl { get; set; } = "";

    /// <summary>Where a person sees all posts of an account: {account}, {handle} and {server} are filled in.</summary>
    public string TimelineUrl { get; set; } = "";

    /// <summary>Where the hospital makes its app; filled in by <see cref="NetworkAddresses"/> alone.</summary>
    internal string DeveloperPage { get; set; } = "";

    public Uri? DeveloperUrl() => Uri.TryCreate(DeveloperPage, UriKind.Absolute, out var url) ? url : null;

    // A method: the checker of settings reads every property, also while the address is still wrong.
    public Uri ApiUrl() => new(BaseUrl.TrimEnd('/') + "/");

    /// <summary>For networks of many servers: the account's own. An address from the settings wins, and so does practice, so that nothing leaves by mistake.</summary>
    /// <returns>Null when neither names one.</returns>
    public Uri? ApiUrl(Uri? server) => BaseUrl.Length > 0 ? ApiUrl() : server is null ? null : new Uri(server.AbsoluteUri.TrimEnd('/') + "/");

    public string UrlOfPost(string remoteId, AccountAccess account) => Fill(PostUrl, account).Replace("{id}", remoteId, StringComparison.Ordinal);

    public Uri UrlOfTimeline(AccountAccess account) => new(Fill(TimelineUrl, account));

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Tokens travel there: in the clear they may not leave the machine.
        if (BaseUrl.Length > 0 && !SafeServer.TryRead(BaseUrl, out _))
            yield return new ValidationResult("The field BaseUrl must be https, or http to a loopback host.", [nameof(BaseUrl)]);
        if (PostUrl.Length > 0 && !(IsAddress(PostUrl, out _) && PostUrl.Contains("{id}", StringComparison.Ordinal)))
            yield return new ValidationResult("The field PostUrl must be a web address that contains {id}.", [nameof(PostUrl)]);
        if (TimelineUrl.Length > 0 && !IsAddress(TimelineUrl.Replace("{server}", "https://server.example", StringComparison.Ordinal), out _))
            yield return new ValidationResult("The field TimelineUrl must be a web address.", [nameof(TimelineUrl)]);
    }

    private static bool IsAddress(string address, [NotNullWhen(true)] out Uri? url)
        => Uri.TryCreate(address, UriKind.Absolute, out url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    // An organization may be named by its number or by its whole urn; addresses hold the number.
    private static string Fill(string template, AccountAccess account) => template
        .Replace("{server}", account.Server?.GetLeftPart(UriPartial.Authority) ?? "", StringComparison.Ordinal)
        .Replace("{account}", Uri.EscapeDataString(account.RemoteId[(account.RemoteId.LastIndexOf(':') + 1)..]), StringComparison.Ordinal)
        .Replace("{handle}", Uri.EscapeDataString(account.Handle.TrimStart('@')), StringComparison.Ordinal);
}

/// <summary>Those of a network where a person logs in to connect an account.</summary>
public abstract class LoginOptions : NetworkOptions
{
    /// <summary>Where a person logs in to connect an account.</summary>
    public string LoginUrl { get; set; } = "";

    /// <summary>Where codes become tokens, for networks whose API listens elsewhere.</summary>
    public string TokenUrl { get; set; } = "";

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var mistake in base.Validate(validationContext))
            yield return mistake;
        if (TokenUrl.Length > 0 && !SafeServer.TryRead(TokenUrl, out _))
            yield return new ValidationResult("The field TokenUrl must be https, or http to a loopback host.", [nameof(TokenUrl)]);
        if (LoginUrl.Length > 0 && !SafeServer.TryRead(LoginUrl, out _))
            yield return new ValidationResult("The field LoginUrl must be https, or http to a loopback host.", [nameof(LoginUrl)]);
    }
}

/// <summary>The real addresses of a network, and the paths that a practice network offers instead.</summary>
/// <param name="PostUrl">Empty where the network itself names the address of each post; the practice path likewise.</param>
public sealed record NetworkAddresses(string BaseUrl, string PostUrl, string TimelineUrl, string PracticePostPath, string PracticeTimelinePath)
{
    public string LoginUrl { get; init; } = "";

    public string PracticeLoginPath { get; init; } = "";

    public string TokenUrl { get; init; } = "";

    public string PracticeTokenPath { get; init; } = "";

    public string DeveloperUrl { get; init; } = "";

    public string PracticeDeveloperPath { get; init; } = "";
}

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

                // A post on this machine is seen on this machine, also where the settings name another port.
                var isLocal = Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url) && url.IsLoopback;
                if (options.PostUrl.Length == 0)
                    options.PostUrl = isLocal ? Below(options.BaseUrl, real.PracticePostPath) : real.PostUrl;
                if (options is LoginOptions { LoginUrl.Length: 0 } login)
                    login.LoginUrl = isLocal ? Below(options.BaseUrl, real.PracticeLoginPath) : real.LoginUrl;
                if (options is LoginOptions { TokenUrl.Length: 0 } token)
                    token.TokenUrl = isLocal ? Below(options.BaseUrl, real.PracticeTokenPath) : real.TokenUrl;
                options.DeveloperPage = isLocal ? Below(options.BaseUrl, real.PracticeDeveloperPath) : real.DeveloperUrl;
                if (options.TimelineUrl.Length == 0)
                    options.TimelineUrl = isLocal ? Below(options.BaseUrl, real.PracticeTimelinePath) : real.TimelineUrl;
            })
            .ValidateDataAnnotations()
            .ValidateOnStart();

    private static string Below(string baseUrl, string path) => path.Length == 0 ? "" : baseUrl.TrimEnd('/') + path;
}
