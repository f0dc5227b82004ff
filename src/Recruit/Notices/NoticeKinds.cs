namespace Recruit.Notices;

/// <summary>What a notice is about. People and webhooks choose the kinds they get.</summary>
[Flags]
public enum NoticeKinds
{
    None = 0,
    /// <summary>A post is live.</summary>
    Success = 1,
    /// <summary>A post did not go out, and will not by itself.</summary>
    Failure = 2,
    /// <summary>Something waits for a person.</summary>
    NeedsYou = 4,
    /// <summary>An account is signed out, or its token will end.</summary>
    Token = 8,
    /// <summary>An account has told of nothing for days although openings are open.</summary>
    Dormancy = 16,
}

public static class NoticeKindWords
{
    public static IReadOnlyList<NoticeKinds> All { get; } = [NoticeKinds.NeedsYou, NoticeKinds.Failure, NoticeKinds.Token, NoticeKinds.Dormancy, NoticeKinds.Success];

    /// <summary>As programs read it: "needs-you".</summary>
    public static string Key(this NoticeKinds kind) => kind == NoticeKinds.NeedsYou ? "needs-you" : kind.ToString().ToLowerInvariant();

    public static string Words(this NoticeKinds kind) => kind switch
    {
        NoticeKinds.Success => "A post is live",
        NoticeKinds.Failure => "A post did not go out",
        NoticeKinds.NeedsYou => "Something needs a person",
        NoticeKinds.Token => "An account is signed out, or will be",
        NoticeKinds.Dormancy => "An account has been silent",
        _ => kind.ToString(),
    };
}
