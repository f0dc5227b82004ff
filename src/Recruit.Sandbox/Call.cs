namespace Recruit.Sandbox;

/// <summary>What an endpoint is, for limits and troubles. The limit is per quarter of an hour and only X has one for each.</summary>
public sealed record Call(CallKind Kind, string Resource, int Limit = 0);

/// <summary>The account that the call's token names.</summary>
public sealed record Caller(string Account);

public static class CallContext
{
    private const string Prefix = "practice-";

    public static string Account(this HttpContext context) =>
        context.Features.Get<Caller>()?.Account ?? throw new InvalidOperationException("This endpoint lies outside the networks' filter.");

    public static string? BearerToken(this HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;
    }

    public static string? AccountOf(string? token) =>
        token is not null && token.StartsWith(Prefix, StringComparison.Ordinal) && IsId(token[Prefix.Length..]) ? token[Prefix.Length..] : null;

    public static bool IsId(string value) => value.Length is > 0 and <= 19 && value.All(char.IsAsciiDigit);

    public static Uri Address(this HttpContext context) => new($"{context.Request.Scheme}://{context.Request.Host}/");
}
