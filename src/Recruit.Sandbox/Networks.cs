namespace Recruit.Sandbox;

public static class Networks
{
    public const string X = "x";
    public const string LinkedIn = "linkedin";
    public const string Facebook = "facebook";

    public static readonly IReadOnlyList<string> All = [X, LinkedIn, Facebook];

    public static string DisplayName(string network) => network switch
    {
        X => "X",
        LinkedIn => "LinkedIn",
        Facebook => "Facebook",
        _ => network,
    };
}
