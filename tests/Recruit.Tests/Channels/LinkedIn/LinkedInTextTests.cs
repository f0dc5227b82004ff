using System.Text;
using Recruit.Channels.LinkedIn;

namespace Recruit.Tests.Channels.LinkedIn;

public sealed class LinkedInTextTests
{
    [Theory]
    [InlineData("ICU nurse (nights)", @"ICU nurse \(nights\)")]
    [InlineData(@"|{}@[]()<>#\*_~", @"\|\{\}\@\[\]\(\)\<\>\#\\\*\_\~")]
    [InlineData("Join us! #Nursing", @"Join us! {hashtag|\#|Nursing}")]
    [InlineData("#ICU #RN2027\n#night", "{hashtag|\\#|ICU} {hashtag|\\#|RN2027}\n{hashtag|\\#|night}")]
    [InlineData("(#ICU)", @"\({hashtag|\#|ICU}\)")]
    [InlineData("#night_shift", @"{hashtag|\#|night}\_shift")]
    [InlineData("Opening #1 of 4", @"Opening \#1 of 4")]
    [InlineData("a # alone", @"a \# alone")]
    [InlineData("C#dev", @"C\#dev")]
    [InlineData("https://example.org/jobs#apply", @"https://example.org/jobs\#apply")]
    [InlineData("#Pflege für Ärzte #Ärzte", @"{hashtag|\#|Pflege} für Ärzte {hashtag|\#|Ärzte}")]
    [InlineData("Plain words, $42–$58 & 🩺.", "Plain words, $42–$58 & 🩺.")]
    [InlineData("", "")]
    public void Words_are_escaped_and_read_back(string text, string escaped)
    {
        LinkedInText.Escape(text).ShouldBe(escaped);
        LinkedInText.Unescape(escaped).ShouldBe(text);
    }

    [Fact]
    public void Any_text_reads_back_as_it_was()
    {
        var random = new Random(20261006);
        const string Pool = "|{}@[]()<>#\\*_~# \n\t(abcÄé漢7hashtag🩺👩‍⚕️e\u0301\u0327ممرضة\u202Eאחות看護師\uFE0F";
        for (var round = 0; round < 5_000; round++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(0, 40); length > 0; length--)
                text.Append(random.Next(12) == 0 ? (char)random.Next(0, 0x10000) : Pool[random.Next(Pool.Length)]);
            if (random.Next(10) == 0)
                text.Append(@"{hashtag|\#|Nursing}");

            LinkedInText.Unescape(LinkedInText.Escape(text.ToString())).ShouldBe(text.ToString());
        }
    }

    [Theory]
    [InlineData("RN (ICU) – Nights #2 [float] {x} @home_*~")]
    [InlineData(@"\\#\|{hashtag|\#|a}\")]
    [InlineData("#\u0301a #é\u0327 #护士 #ممرضة")]
    public void Titles_made_to_cut_a_post_read_back_as_they_were(string text) => LinkedInText.Unescape(LinkedInText.Escape(text)).ShouldBe(text);

    [Fact]
    public void No_reserved_character_is_left_bare()
    {
        var random = new Random(20261007);
        const string Pool = "|{}@[]()<>#\\*_~ ab#";
        for (var round = 0; round < 2_000; round++)
        {
            var text = new string(random.GetItems<char>(Pool.ToCharArray(), random.Next(0, 30)));
            var rest = LinkedInText.Escape(text);
            for (var at = 0; at < rest.Length; at++)
            {
                if (rest[at..].StartsWith(@"{hashtag|\#|", StringComparison.Ordinal))
                    at = rest.IndexOf('}', at);
                else if (rest[at] == '\\')
                    at++;
                else
                    @"|{}@[]()<>#\*_~".ShouldNotContain(rest[at]);
            }
        }
    }

    [Fact]
    public void The_length_is_that_of_the_escaped_words() => LinkedInText.Measure("(a) #ICU").ShouldBe(@"\(a\) {hashtag|\#|ICU}".Length);
}
