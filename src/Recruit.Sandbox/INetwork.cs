namespace Recruit.Sandbox;

/// <summary>What every network says in its own words around a call.</summary>
public interface INetwork
{
    /// <summary>The key of the network, as in <see cref="Networks"/>.</summary>
    string Key { get; }

    /// <summary>Puts the id that support would ask for on the answer.</summary>
    void Stamp(HttpContext context);

    /// <summary>The token of the call, wherever this network takes it from; null when there is none.</summary>
    Task<string?> TokenAsync(HttpContext context);

    /// <summary>Counts the call and checks what every call must carry; an answer here ends it.</summary>
    IResult? Admit(HttpContext context, string account, Call call);

    /// <summary>What a token must have been given for this kind of call, where the network's own login gave it.</summary>
    IReadOnlyList<string> Needed(Call call) => [];

    /// <summary>The token was not given what the call needs.</summary>
    IResult LacksScope(string scope);

    /// <summary>The token is missing, unknown or revoked.</summary>
    IResult SignedOut(HttpContext context, string? token);

    /// <summary>Too many calls; says when to come back only if given and only if this network would.</summary>
    IResult RateLimited(HttpContext context, string account, TimeSpan? wait);

    /// <summary>Their side broke.</summary>
    IResult Broken(HttpContext context);

    /// <summary>The content stands already.</summary>
    IResult Duplicate(HttpContext context, SandboxPost? earlier);

    /// <summary>Refusals by the names that a trainer orders them by.</summary>
    IReadOnlyDictionary<string, Func<IResult>> Refusals { get; }

    /// <summary>The account cannot pay, or the nearest thing that this network knows.</summary>
    IResult OutOfCredits(HttpContext context);
}
