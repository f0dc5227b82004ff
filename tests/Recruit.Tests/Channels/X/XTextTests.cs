using Recruit.Channels.X;

namespace Recruit.Tests.Channels.X;

public sealed class XTextTests
{
    private const string Site = "http://localhost:5080";

    [Theory]
    [InlineData("", 0)]
    [InlineData("ICU nurse", 9)]
    [InlineData("café", 4)]
    [InlineData("cafe\u0301", 4)]
    [InlineData("$42–$58 … “days”", 17)]
    [InlineData("看護師", 6)]
    [InlineData("간호사", 6)]
    [InlineData("€5", 3)]
    [InlineData("Ø", 1)]
    [InlineData("\u10FF\u1100", 3)]
    [InlineData("\u200D\u2010\u2032", 3)]
    public void Characters_weigh_one_or_two(string text, int expected) => XText.Measure(text, Site).ShouldBe(expected);

    [Theory]
    [InlineData("🩺", 2)]
    [InlineData("👩‍⚕️", 2)]
    [InlineData("👩🏽‍⚕️", 2)]
    [InlineData("👨‍👩‍👧‍👦", 2)]
    [InlineData("🇺🇸", 2)]
    [InlineData("🇺🇸🇨🇦", 4)]
    [InlineData("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2)]
    [InlineData("1️⃣", 2)]
    [InlineData("#⃣", 2)]
    [InlineData("❤️", 2)]
    [InlineData("❤", 2)]
    [InlineData("©", 1)]
    [InlineData("©️", 2)]
    [InlineData("👍🏿👍🏿", 4)]
    [InlineData("🩺🩺🩺 nurse", 12)]
    public void A_whole_emoji_weighs_two(string text, int expected) => XText.Measure(text, Site).ShouldBe(expected);

    [Theory]
    [InlineData("👩‍❤️‍💋‍👨", 2)]
    [InlineData("👩🏻‍🤝‍👩🏿", 2)]
    [InlineData("🧑🏾‍🎄", 2)]
    [InlineData("🏃🏽‍♀️ runs", 7)]
    [InlineData("❤️‍🩹", 2)]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2)]
    [InlineData("🫱🏻‍🫲🏿", 2)]
    [InlineData("🇩", 2)]
    [InlineData("🏽", 2)]
    public void Joined_pictures_that_exist_weigh_two(string text, int expected) => XText.Measure(text, Site).ShouldBe(expected);

    [Theory]
    [InlineData("🩺\u200D🩺", 5)]
    [InlineData("🩺🏽", 4)]
    [InlineData("🇽🇽", 4)]
    [InlineData("🇩🇪🇽🇽", 6)]
    [InlineData("👩\u200D🩺", 5)]
    [InlineData("👩\u200Dx", 4)]
    [InlineData("\u200D👩", 3)]
    [InlineData("❤\uFE0E", 4)]
    [InlineData("12️⃣", 3)]
    public void What_is_joined_without_being_one_picture_weighs_each_piece(string text, int expected) => XText.Measure(text, Site).ShouldBe(expected);

    [Theory]
    [InlineData("ممرضة عناية", 11)]
    [InlineData("\u202Bممرضة\u202C", 9)]
    [InlineData("אחות 🩺", 7)]
    [InlineData("e\u0301\u0327", 2)]
    [InlineData("가각", 4)]
    [InlineData("\u1112\u1161\u11ab", 2)]
    [InlineData("नर्स", 4)]
    [InlineData("ﬁ", 2)]
    [InlineData("\r\n", 2)]
    public void Marks_scripts_and_broken_pairs_weigh_by_their_composed_form(string text, int expected) => XText.Measure(text, Site).ShouldBe(expected);

    [Fact]
    public void Decomposed_text_weighs_what_composed_text_weighs()
    {
        var random = new Random(20261124);
        string[] pool = ["é", "ǖ", "ệ", "漢", "가", "م", "ש", "\u0301", "\u0327", "👩‍⚕️", "🇺🇸", "🩺", " ", "a.com ", "https://é.org/x ", "#", "x", "\u200D", "\uFE0F", "5"];
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => pool[random.Next(pool.Length)]));
            XText.Measure(text.Normalize(System.Text.NormalizationForm.FormD), Site).ShouldBe(XText.Measure(text, Site), text);
        }
    }

    [Fact]
    public void Any_string_is_measured_and_a_word_behind_a_blank_adds_its_own_weight()
    {
        var random = new Random(20261125);
        for (var round = 0; round < 3_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 30)).Select(_ => (char)random.Next(0, 0x10000))]);
            XText.Measure(text + " nurse", Site).ShouldBe(XText.Measure(text, Site) + 6);
        }
    }

    [Theory]
    [InlineData("https://jobs.example.org/openings/icu-nurse-nights-northfield-general-hospital?utm_source=x", 23)]
    [InlineData("http://a.co", 23)]
    [InlineData("example.org", 23)]
    [InlineData("example.org/jobs", 23)]
    [InlineData("EXAMPLE.ORG", 23)]
    [InlineData("Apply: https://example.org/a_(b)_c.", 31)]
    [InlineData("Apply: https://example.org/jobs, now", 35)]
    [InlineData("(https://example.org/jobs)", 25)]
    [InlineData("https://example.org/?q=icu&page=2#top end", 27)]
    [InlineData("https://example.org:8443/jobs", 23)]
    [InlineData("https://münchen.de/stellen", 23)]
    [InlineData("https://xn--mnchen-3ya.de", 23)]
    [InlineData("看護師example.jpへ", 31)]
    [InlineData("example.org example.com", 47)]
    public void A_link_weighs_23_whatever_its_length(string text, int expected) => XText.Measure(text, Site).ShouldBe(expected);

    [Theory]
    [InlineData("example.notadomain", 18)]
    [InlineData("nurse@example.org", 17)]
    [InlineData("@example.org", 12)]
    [InlineData("#example.org", 12)]
    [InlineData("a.m.", 4)]
    [InlineData("0.8 FTE", 7)]
    [InlineData("https://intranet/jobs", 21)]
    [InlineData("http://localhost:9999/go/a", 26)]
    [InlineData("https://-example.org", 20)]
    public void Words_that_only_look_like_links_weigh_what_they_are(string text, int expected) => XText.Measure(text, Site).ShouldBe(expected);

    [Theory]
    [InlineData(63, 23)]
    [InlineData(64, 76)]
    public void A_host_label_has_at_most_63_characters(int label, int expected)
        => XText.Measure($"https://{new string('a', label)}.com", Site).ShouldBe(expected);

    [Fact]
    public void The_label_is_measured_in_punycode()
        => XText.Measure($"https://{string.Concat(Enumerable.Repeat("あいうえお", 12))}.com", Site).ShouldBe("https://.com".Length + (2 * 60));

    [Theory]
    [InlineData("http://localhost:5080/go/a9f3k2", 23)]
    [InlineData("http://localhost:5080", 23)]
    [InlineData("Apply: http://localhost:5080/go/a9f3k2.", 31)]
    [InlineData("http://localhost:50801/go", 25)]
    public void Our_own_link_weighs_23_wherever_the_site_stands(string text, int expected) => XText.Measure(text, Site).ShouldBe(expected);

    [Theory]
    [InlineData("https://jobs.example.org")]
    [InlineData("https://jobs.example.org/")]
    public void Our_own_link_is_counted_once(string site) => XText.Measure("https://jobs.example.org/go/a9f3k2 and example.com", site).ShouldBe(23 + 5 + 23);

    [Fact]
    public void Half_a_surrogate_pair_is_counted_and_not_thrown_at()
    {
        // No theory: attributes cannot hold them.
        XText.Measure("a\uD83E", Site).ShouldBe(3);
        XText.Measure("\uDC00\uD800", Site).ShouldBe(4);
        XText.Measure("e\u0301\uD800", Site).ShouldBe(3);
        XText.Measure("e\u0301\uFFFE", Site).ShouldBe(3);
    }

    [Theory]
    [InlineData("nurse\uFEFF", true)]
    [InlineData("nurse\uFFFE", true)]
    [InlineData("nurse\uFFFF", true)]
    [InlineData("nurse\u200B", false)]
    [InlineData("nurse", false)]
    public void Characters_that_X_refuses_are_found(string text, bool refused) => (XText.Objection(text) is not null).ShouldBe(refused);

    [Fact]
    public void A_text_is_read_back_with_our_links_and_plain_signs()
        => XText.Expand("R&amp;D &lt;nights&gt; https://t.co/AbC", [new XUrl("https://t.co/AbC", "https://jobs.example.org/go/1?a=1&b=2", null)])
            .ShouldBe("R&D <nights> https://jobs.example.org/go/1?a=1&b=2");

    [Fact]
    public void A_very_long_text_is_measured_in_a_blink()
    {
        var text = string.Concat(Enumerable.Repeat("看護師a.b_c-d/", 2_000));
        var started = TimeProvider.System.GetTimestamp();

        _ = XText.Measure(text, Site);

        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
