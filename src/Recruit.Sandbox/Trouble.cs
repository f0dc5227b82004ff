namespace Recruit.Sandbox;

public enum TroubleKind
{
    /// <summary>The post stands, the connection drops without an answer.</summary>
    AcceptThenClose,

    /// <summary>The post stands, the answer never comes.</summary>
    AcceptThenHang,

    /// <summary>429; with seconds the answer says when to come back, without it says nothing.</summary>
    RateLimit,

    /// <summary>500, nothing happened.</summary>
    ErrorBefore,

    /// <summary>500, but the post stands.</summary>
    ErrorAfter,

    /// <summary>Nothing happens and no answer comes.</summary>
    Hang,

    /// <summary>The right answer, late.</summary>
    Slow,

    /// <summary>The token is refused.</summary>
    Unauthorized,

    /// <summary>The network calls it a duplicate, whatever it holds.</summary>
    Duplicate,

    /// <summary>X only: the credits are used up.</summary>
    Credits,

    /// <summary>The refusal that the code names, out of the network's own table.</summary>
    Refuse,
}

public enum CallKind
{
    Create,
    Edit,
    Remove,
    Read,
    Upload,

    /// <summary>A token is exchanged for the next one.</summary>
    Renew,
}

/// <summary>A disturbance that the trainer ordered for the next calls.</summary>
public sealed record Trouble
{
    public required string Network { get; init; }

    /// <summary>Null strikes every account.</summary>
    public string? Account { get; init; }

    public required TroubleKind Kind { get; init; }

    /// <summary>Null strikes every kind of call.</summary>
    public CallKind? On { get; init; } = CallKind.Create;

    /// <summary>Strikes that are left; null lasts until cleared.</summary>
    public int? Times { get; init; }

    /// <summary>Which refusal, for <see cref="TroubleKind.Refuse"/>.</summary>
    public string? Code { get; init; }

    public int? Seconds { get; init; }
    public int? Milliseconds { get; init; }

    /// <summary>Whether the call must first succeed for this to strike.</summary>
    public bool StrikesAfter => Kind is TroubleKind.AcceptThenClose or TroubleKind.AcceptThenHang or TroubleKind.ErrorAfter;

    public TimeSpan Wait => TimeSpan.FromMilliseconds(Milliseconds ?? (Seconds ?? 2) * 1000);

    public bool Strikes(string network, string account, CallKind call) =>
        Network == network && (Account is null || Account == account) && (On is null || On == call);
}
