using System.Diagnostics.CodeAnalysis;

namespace Recruit.Channels;

/// <summary>Whether tokens may travel to an address that somebody typed: in the clear they may not leave the machine, and a password in the address would be stored in the open.</summary>
public static class SafeServer
{
    public static bool TryRead(string address, [NotNullWhen(true)] out Uri? url) => Uri.TryCreate(address, UriKind.Absolute, out url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) && url.UserInfo.Length == 0;
}
