namespace Recruit.Sandbox;

/// <summary>A trouble that a trainer switches on for all accounts of a network and off again, without knowing its settings.</summary>
/// <param name="Key">"hang".</param>
/// <param name="Words">For the trainer: "Never answer".</param>
/// <param name="Meaning">What then happens.</param>
/// <param name="Trouble">Everything but the network.</param>
/// <param name="Networks">Those that know such a thing.</param>
public sealed record TroublePreset(string Key, string Words, string Meaning, Trouble Trouble, IReadOnlyList<string> Networks)
{
    private const int TypicalSeconds = 60;
    private const int SlowSeconds = 5;

    // Read after the values that it is made of.
    private static readonly IReadOnlyList<string> Everywhere = Sandbox.Networks.All;

    public static IReadOnlyList<TroublePreset> All { get; } =
    [
        new("hang", "Never answer", "Calls arrive and stay without an answer. Nothing is accepted.", Any(TroubleKind.Hang), Everywhere),
        new("slow", "Answer slowly", $"Every answer is right, and comes {SlowSeconds} seconds late.", Any(TroubleKind.Slow) with { Seconds = SlowSeconds }, Everywhere),
        new("token", "Refuse the token", "Every call is told that its token works no more (401, or what the network says instead).", Any(TroubleKind.Unauthorized), Everywhere),
        // LinkedIn never tells when to come back.
        new("limit-told", "Limit reached, and say until when", $"Too many calls; the headers name an end in {TypicalSeconds} seconds, and it moves on while this is switched on.",
            Any(TroubleKind.RateLimit) with { Seconds = TypicalSeconds }, [.. Everywhere.Where(network => network != Sandbox.Networks.LinkedIn)]),
        new("limit", "Limit reached, without a word on when it ends", "Too many calls; no header tells when to come back.", Any(TroubleKind.RateLimit), Everywhere),
        // Mastodon takes the same words any number of times.
        new("duplicate", "Call every post a duplicate", "Posting is refused as if the same words stood there already.", new Trouble { Network = "", Kind = TroubleKind.Duplicate },
            [.. Everywhere.Where(network => network != Sandbox.Networks.Mastodon)]),
        new("credits", "Credits are used up", "Every call is answered with 402 until credits are bought.", Any(TroubleKind.Credits), [Sandbox.Networks.X]),
        new("broken", "Their side is broken", "Every call is answered with a server error, and nothing is accepted.", Any(TroubleKind.ErrorBefore), Everywhere),
    ];

    public static IEnumerable<TroublePreset> Of(string network) => All.Where(preset => preset.Networks.Contains(network));

    public Trouble On(string network) => Trouble with { Network = network };

    private static Trouble Any(TroubleKind kind) => new() { Network = "", Kind = kind, On = null };
}
