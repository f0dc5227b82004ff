namespace Recruit.Channels;

/// <summary>A person is led through connecting an account of this network.</summary>
public interface IGuidesConnecting
{
    /// <summary>What the hospital makes at the network before, in order.</summary>
    IReadOnlyList<ConnectStep> Steps { get; }
}

/// <summary>The network gives a next token without a person.</summary>
public interface IRenewsTokens
{
    /// <summary>Whether these secrets hold what the next token is asked for with.</summary>
    bool CanRenew(IReadOnlyDictionary<string, string> secrets);

    /// <summary>The next token, where the network gives one without a person. Uses up each secret at most once.</summary>
    Task<RenewResult> RenewAsync(AccountAccess account, CancellationToken ct);
}

/// <summary>The network lets a person connect an account with keys that they make there and paste here: there is no way back to us.</summary>
public interface IConnectsByKey : IGuidesConnecting
{
    /// <summary>What the person pastes, in order. <see cref="SecretSpec.IsShown"/> marks what is no secret.</summary>
    IReadOnlyList<SecretSpec> Asked { get; }

    /// <summary>Looks whose keys these are, and what they may do. Posts nothing.</summary>
    /// <param name="given">By the names in <see cref="Asked"/>.</param>
    Task<LoginResult> TryKeysAsync(IReadOnlyDictionary<string, string> given, CancellationToken ct);
}

/// <summary>The network lets a person connect an account by logging in there, instead of pasting a token.</summary>
public interface IConnectsAccounts : IGuidesConnecting, IRenewsTokens
{
    /// <summary>What the network gives the hospital's app; asked for before the login.</summary>
    IReadOnlyList<SecretSpec> AppSecrets { get; }

    /// <summary>Where the person's browser goes to log in and say yes.</summary>
    Uri LoginUrl(LoginRequest request);

    /// <summary>Turns the code that came back into tokens, and looks which accounts they open. Reads only.</summary>
    Task<LoginResult> FinishLoginAsync(LoginAnswer answer, CancellationToken ct);
}

/// <param name="Url">Where it is done; null where it is done here.</param>
public sealed record ConnectStep(string Title, string Text, Uri? Url = null);

/// <param name="App">By the names in <see cref="IConnectsAccounts.AppSecrets"/>.</param>
/// <param name="ReturnUrl">Ours, as the hospital announced it at the network.</param>
/// <param name="State">Comes back unchanged.</param>
/// <param name="Verifier">A secret of this one login; only its hash leaves before the code is exchanged.</param>
public sealed record LoginRequest(IReadOnlyDictionary<string, string> App, Uri ReturnUrl, string State, string Verifier)
{
    public override string ToString() => $"Login, back to {ReturnUrl}";
}

public sealed record LoginAnswer(IReadOnlyDictionary<string, string> App, Uri ReturnUrl, string Code, string Verifier)
{
    public override string ToString() => $"Answer to a login, back to {ReturnUrl}";
}

public abstract record LoginResult
{
    private LoginResult()
    {
    }

    /// <param name="Checks">Of the token as a whole, in plain words.</param>
    public sealed record LoggedIn(IReadOnlyList<FoundAccount> Accounts, IReadOnlyList<ConnectCheck> Checks) : LoginResult;

    /// <param name="Reason">A sentence that says what to do.</param>
    public sealed record Failed(string Reason) : LoginResult;
}

/// <summary>A handle, Page or organization that the person may act for.</summary>
/// <param name="Secrets">What the account will hold.</param>
public sealed record FoundAccount(string Handle, string RemoteId, IReadOnlyDictionary<string, string> Secrets, TokenLife Life)
{
    /// <summary>The https address of its server, for networks of many servers; empty elsewhere.</summary>
    public string Server { get; init; } = "";

    public override string ToString() => $"{Handle} ({RemoteId})";
}

/// <param name="EndsAt">When the token stops working; null when it does not, or nobody knows.</param>
/// <param name="RenewAt">When to get the next one without a person; null when that cannot be done.</param>
public sealed record TokenLife(DateTimeOffset? EndsAt, DateTimeOffset? RenewAt)
{
    public static TokenLife Unknown { get; } = new(null, null);
}

/// <param name="Severity">Whether posting works without it.</param>
/// <param name="Text">A sentence; when something lacks, what to do.</param>
public sealed record ConnectCheck(CheckSeverity Severity, string Text);

public enum CheckSeverity
{
    Fine,
    /// <summary>Posting works, something else does not.</summary>
    Lacks,
    /// <summary>Posting would not work.</summary>
    Blocks,
}

public abstract record RenewResult
{
    private RenewResult()
    {
    }

    /// <param name="Secrets">The whole new set: it must be stored before it is used, since the old one may be dead.</param>
    public sealed record Renewed(IReadOnlyDictionary<string, string> Secrets, TokenLife Life) : RenewResult
    {
        public override string ToString() => $"Renewed until {Life.EndsAt}";
    }

    /// <summary>The network takes the old one no more.</summary>
    public sealed record Refused(string Reason) : RenewResult;

    /// <summary>No answer, or not now: the token may or may not have been exchanged.</summary>
    public sealed record TryLater(DateTimeOffset? Until, string Reason) : RenewResult;
}
