namespace Recruit.Sandbox;

/// <summary>What happens around every call to a network: delay, sign-in, limits, and the trainer's troubles.</summary>
public sealed class NetworkFilter(INetwork network, World world, IHostApplicationLifetime lifetime) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var arrivedAt = world.Now;
        int? status = null;
        try
        {
            var answer = await AnswerAsync(context, next);
            status = StatusOf(answer);
            return answer;
        }
        finally
        {
            if (context.HttpContext is { } http && http.Features.Get<Caller>() is { } caller && http.GetEndpoint()?.Metadata.GetMetadata<Call>() is { } call)
                world.Calls.Add(new LoggedCall(network.Key, caller.Account, call.Kind, arrivedAt, world.Now, status));
        }
    }

    private async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var call = http.GetEndpoint()?.Metadata.GetMetadata<Call>() ?? throw new InvalidOperationException("A network endpoint says what kind of call it is.");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        network.Stamp(http);
        if (world.Options.AnswerDelay > TimeSpan.Zero)
            await Task.Delay(world.Options.AnswerDelay, world.Options.Clock, end.Token);

        var token = await network.TokenAsync(http);
        var grant = world.OAuth.Of(network.Key, token);
        if ((grant?.Account ?? CallContext.AccountOf(token)) is not { } account)
            return network.SignedOut(http, token);

        world.Accounts.FirstUse(network.Key, account);
        http.Features.Set(new Caller(account));
        if (network.Admit(http, account, call) is { } refusal)
            return refusal;
        if (grant is not null && network.Needed(call).FirstOrDefault(scope => !grant.Scopes.Contains(scope)) is { } missing)
            return network.LacksScope(missing);

        if (world.Troubles.Take(network.Key, account, call.Kind, after: false) is { } before && await StrikeBefore(http, before, account, end.Token) is { } struck)
            return struck;

        var answer = await next(context);
        if (Succeeded(answer) && world.Troubles.Take(network.Key, account, call.Kind, after: true) is { } after)
            return await StrikeAfter(http, after, end.Token);
        return answer;
    }

    private async Task<IResult?> StrikeBefore(HttpContext http, Trouble trouble, string account, CancellationToken end)
    {
        switch (trouble.Kind)
        {
            case TroubleKind.Slow:
                await Task.Delay(trouble.Wait, world.Options.Clock, end);
                return null;
            case TroubleKind.Hang:
                return await Hang(http, end);
            default:
                return Refusal(http, trouble, account);
        }
    }

    private IResult Refusal(HttpContext http, Trouble trouble, string account) => trouble.Kind switch
    {
        TroubleKind.RateLimit => network.RateLimited(http, account, trouble.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null),
        TroubleKind.Unauthorized => network.SignedOut(http, $"revoked-{account}"),
        TroubleKind.Duplicate => network.Duplicate(http, world.Posts.NewestFirst(network.Key, account).FirstOrDefault(post => post.IsLive)),
        TroubleKind.Credits => network.OutOfCredits(http),
        TroubleKind.Refuse when trouble.Code is { } code && network.Refusals.TryGetValue(code, out var refuse) => refuse(),
        _ => network.Broken(http),
    };

    private async Task<IResult> StrikeAfter(HttpContext http, Trouble trouble, CancellationToken end)
    {
        if (trouble.Kind is TroubleKind.ErrorAfter)
            return network.Broken(http);
        if (trouble.Kind is TroubleKind.AcceptThenHang)
            return await Hang(http, end);
        http.Abort();
        return Results.Empty;
    }

    private async Task<IResult> Hang(HttpContext http, CancellationToken end)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, world.Options.Clock, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Abort();
        return Results.Empty;
    }

    /// <summary>An answer that was cut off has none.</summary>
    private static int? StatusOf(object? answer) => answer is IStatusCodeHttpResult result ? result.StatusCode ?? 200 : null;

    private static bool Succeeded(object? answer) => answer is IStatusCodeHttpResult { StatusCode: null or (>= 200 and < 300) };
}
