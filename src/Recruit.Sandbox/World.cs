using Recruit.Sandbox.LinkedIn;
using Recruit.Sandbox.OAuth;

namespace Recruit.Sandbox;

/// <summary>Everything the stand-in remembers.</summary>
public sealed class World : IDisposable
{
    private readonly Journal? _journal;

    public World(SandboxOptions options)
    {
        Options = options;
        Windows = new RateWindows(options.Clock);
        OAuth = new OAuthBook(options.Clock);
        if (options.DataFile is null) return;

        _journal = Journal.Open(options.DataFile, line =>
        {
            Posts.Recall(line);
            Accounts.Recall(line);
            OAuth.Recall(line);
        });
        Posts.WriteTo(_journal.Append);
        Accounts.WriteTo(_journal.Append);
        OAuth.WriteTo(_journal.Append);
    }

    public SandboxOptions Options { get; }
    public PostStore Posts { get; } = new();
    public AccountBook Accounts { get; } = new();
    public OAuthBook OAuth { get; }
    public MediaShelf Media { get; } = new();
    public Troubles Troubles { get; } = new();
    public LinkedInVersions LinkedInVersions { get; } = new();
    public RetiredNames FacebookInsights { get; } = new();
    public RateWindows Windows { get; }
    public CallLog Calls { get; } = new();

    public DateTimeOffset Now => Options.Clock.GetUtcNow();

    public void Dispose() => _journal?.Dispose();
}
