using Recruit.Sandbox.OAuth;

namespace Recruit.Sandbox.Bluesky;

/// <summary>Sessions of an app password: two hours, then a refresh token that works once. https://docs.bsky.app/docs/api/com-atproto-server-create-session, read 2026-08.</summary>
public static class BlueskySessions
{
    /// <summary>Under this name the book keeps app passwords apart from the sessions that they open.</summary>
    public const string Passwords = "bluesky/app-passwords";

    private const string DidPrefix = "did:plc:";
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    public static string DidOf(string account) => DidPrefix + account;

    /// <summary>The account behind a did or a handle; null when nobody has it.</summary>
    public static string? AccountOf(string? identifier, World world)
    {
        if (identifier is null)
            return null;
        if (identifier.StartsWith(DidPrefix, StringComparison.Ordinal))
            return CallContext.IsId(identifier[DidPrefix.Length..]) ? identifier[DidPrefix.Length..] : null;
        return world.Accounts.All.FirstOrDefault(account => account.Network == Networks.Bluesky && account.Handle.Equals(identifier.TrimStart('@'), StringComparison.OrdinalIgnoreCase))?.Id;
    }

    public static async Task<IResult> CreateAsync(HttpContext context, World world)
    {
        var body = await JsonBody.ReadAsync(context);
        if (body?["identifier"].Text() is not { } identifier || body["password"].Text() is not { } password)
            return BlueskyErrors.Invalid("Error: Input must have the property \"identifier\"");

        // Like a practice token, a practice password names its account; who made one on the developer page needs no more than that.
        var grant = world.OAuth.Of(Passwords, password);
        if ((grant?.Account ?? CallContext.AccountOf(password)) is not { } account || AccountOf(identifier, world) is { } named && named != account
            || AccountOf(identifier, world) is null && grant is null)
            return BlueskyErrors.Of(401, "AuthenticationRequired", "Invalid identifier or password");
        return Session(world.OAuth.Issue(Door(world), account, ["com.atproto.appPass"], Life, refreshable: true, grant?.Family), world);
    }

    public static IResult Refresh(HttpContext context, World world)
    {
        if (world.Troubles.Take(Networks.Bluesky, "", CallKind.Renew, after: false) is { } trouble)
            return trouble.Kind is TroubleKind.Unauthorized ? BlueskyErrors.Of(400, "ExpiredToken", "Token has been revoked") : BlueskyErrors.Broken();
        return world.OAuth.Renew(Door(world), context.BearerToken(), Life) is { } next ? Session(next, world) : BlueskyErrors.Of(400, "ExpiredToken", "Token has been revoked");
    }

    private static App Door(World world) => world.OAuth.Apps(Networks.Bluesky) is [var door, ..] ? door : world.OAuth.Announce(Networks.Bluesky, "Sessions", "");

    private static IResult Session(Grant grant, World world)
    {
        var account = world.Accounts.FirstUse(Networks.Bluesky, grant.Account);
        return Answers.Of(200, new { did = DidOf(account.Id), handle = account.Handle, accessJwt = grant.AccessToken, refreshJwt = grant.RefreshToken, active = true });
    }
}
