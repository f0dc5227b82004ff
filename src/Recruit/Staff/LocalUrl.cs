namespace Recruit.Staff;

/// <summary>Keeps a return address inside the app: "//evil" and "/\evil" leave it although they begin with a slash.</summary>
public static class LocalUrl
{
    public static string Or(string? url, string otherwise)
        => url is ['/'] or ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl) ? url : otherwise;
}
