using System.Text;
using Recruit.Channels.Bluesky;

namespace Recruit.Tests.Channels.Bluesky;

public class BlueskyTextTests
{
    [Theory]
    [InlineData("RN (ICU)", 8)]
    [InlineData("👩🏽‍⚕️ é", 3)]
    [InlineData("", 0)]
    public void Graphemes_count(string text, int length) => BlueskyText.Measure(text).ShouldBe(length);

    [Theory]
    [InlineData("Pay – see https://jobs.example.org/a?b=1#pay. #ICU #NurseJobs", "https://jobs.example.org/a?b=1#pay|#ICU|#NurseJobs")]
    [InlineData("🩺 #Krankenpflege, (#Pflege) C# #1 a#b", "#Krankenpflege|#Pflege")]
    [InlineData("Read (https://a.example/x) now", "https://a.example/x")]
    [InlineData("Nothing here", "")]
    public void Links_and_hashtags_are_marked_by_their_bytes(string text, string marked)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        string.Join('|', (BlueskyText.Facets(text) ?? []).Select(facet => Encoding.UTF8.GetString(bytes[facet!.Index!.ByteStart..facet.Index.ByteEnd]))).ShouldBe(marked);
    }
}
