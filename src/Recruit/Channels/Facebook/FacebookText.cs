namespace Recruit.Channels.Facebook;

/// <summary>Facebook takes plain text as it is and links beside it.</summary>
public static class FacebookText
{
    public const int MaxLength = 63_206;

    public static int Measure(string text) => text.Length;
}
