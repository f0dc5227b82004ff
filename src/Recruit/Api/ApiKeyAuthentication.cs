using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Recruit.Persistence;
using Recruit.Staff;

namespace Recruit.Api;

/// <summary>Reads "Authorization: Bearer KEY". Key, owner and roles come from the database at each request.</summary>
public sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    IDbContextFactory<RecruitDb> contexts,
    WrongKeys wrongKeys,
    TimeProvider clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "ApiKey";

    private const string Bearer = "Bearer ";

    private string? Given => Request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        ? header[Bearer.Length..].Trim()
        : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Given is not { Length: > 0 } given)
            return AuthenticateResult.NoResult();

        await using var db = await contexts.CreateDbContextAsync(Context.RequestAborted);
        if (await db.OwnerOfKeyAsync(given, Context.RequestAborted) is not { } found)
            return AuthenticateResult.Fail("The key is not valid.");

        await NoteUseAsync(db, found.Key);
        var claims = CurrentStaff.ClaimsOf(found.Owner).Prepend(new Claim(ClaimTypes.NameIdentifier, found.Owner.Id.ToString()));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        await Answer().ExecuteAsync(Context);
    }

    // Only wrong keys are counted: whoever holds a right one is never slowed down by a neighbor's mistakes.
    private IResult Answer()
    {
        if (Given is null)
            return ApiProblems.Of(StatusCodes.Status401Unauthorized, "No key", "Send your key in the header Authorization: Bearer KEY. Make one under Settings, API keys, or with the command key add.");
        if (wrongKeys.MayTryAgain(Context.Connection.RemoteIpAddress))
            return ApiProblems.Of(StatusCodes.Status401Unauthorized, "Wrong key", "This key is mistyped or revoked, or its owner's access has ended. Make a new one under Settings, API keys, or with the command key add.");

        Response.Headers.RetryAfter = "60";
        return ApiProblems.Of(StatusCodes.Status429TooManyRequests, "Too many wrong keys", "Too many wrong keys came from this address. Wait a minute, then send the right one.");
    }

    private async Task NoteUseAsync(RecruitDb db, ApiKey key)
    {
        var now = clock.GetUtcNow();
        if (key.LastUsedAt is null || now - key.LastUsedAt > TimeSpan.FromHours(1))
            await db.ApiKeys.Where(row => row.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, now), Context.RequestAborted);
    }
}
