using Recruit.Channels.Mastodon;

namespace Recruit.Tests.Channels.Mastodon;

public class MastodonTextTests
{
    [Theory]
    [InlineData("RN (ICU)", 8)]
    [InlineData("Apply: https://jobs.example.org/a/very/long/path/that/goes/on?with=words", 30)]
    [InlineData("https://a.example, https://b.example.", 49)]
    [InlineData("👩🏽‍⚕️", 1)]
    [InlineData("Thanks @ruth@mastodon.example!", 13)]
    [InlineData("mail ruth@mastodon.example", 26)]
    [InlineData("", 0)]
    public void Graphemes_count_and_a_link_counts_23(string text, int length) => MastodonText.Measure(text, 23).ShouldBe(length);

    [Theory]
    [InlineData("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree")]
    [InlineData("<p>Pay &lt;b&gt; &amp; more</p>", "Pay <b> & more")]
    [InlineData("""<p><a href="https://x.example/a?b=1&amp;c=2"><span class="invisible">https://</span>x.example/a…</a></p>""", "https://x.example/a?b=1&c=2")]
    [InlineData("""<p><a href="https://m.example/tags/Jobs" class="mention hashtag">#<span>Jobs</span></a></p>""", "#Jobs")]
    public void Html_becomes_the_words_again(string html, string text) => MastodonText.Plain(html).ShouldBe(text);
}
