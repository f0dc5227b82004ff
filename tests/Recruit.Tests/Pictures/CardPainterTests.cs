using Recruit.Pictures;
using SkiaSharp;

namespace Recruit.Tests.Pictures;

public sealed class CardPainterTests : IDisposable
{
    private static readonly CardFacts Facts = new("ICU nurse", "Northvale Medical Center", "Duluth, MN", "$38.50–$52.00 an hour", "Nights, 7p–7a", "#0b5d6b");

    private readonly CardPainter _painter = new();

    [Fact]
    public async Task A_card_has_the_size_that_networks_show_and_the_color_of_the_hospital()
    {
        using var card = await DrawAsync(Facts with { Color = "#7a1f3d" });

        (card.Width, card.Height).ShouldBe((1200, 630));
        card.GetPixel(5, 5).ToString().ShouldBe("#ff7a1f3d");
        card.GetPixel(5, 625).ShouldBe(SKColors.White);
    }

    [Fact]
    public async Task Every_fact_stands_on_it()
    {
        using var whole = await DrawAsync(Facts);
        foreach (var less in new[] { Facts with { Title = "" }, Facts with { Employer = "" }, Facts with { Place = "" }, Facts with { Pay = "" }, Facts with { Shift = "" } })
        {
            using var card = await DrawAsync(less);
            Pixels(card).SequenceEqual(Pixels(whole)).ShouldBeFalse(less.ToString());
        }
    }

    [Theory]
    [InlineData("Registered Nurse (RN) II, Cardiovascular and Thoracic Intensive Care Unit, Nights and Rotating Weekends, with a Sign-On Bonus and Relocation")]
    [InlineData("Cardiothoracicandvascularintensivecareregisterednursenightsandweekends")]
    public async Task Long_words_stay_within_the_margins(string title)
    {
        var longest = string.Join(' ', Enumerable.Repeat(title, 3));
        using var card = await DrawAsync(new CardFacts(longest, longest, longest, longest, longest, "#0b5d6b"));

        var (ground, panel) = (card.GetPixel(0, 0), card.GetPixel(0, 629));
        for (var y = 0; y < card.Height; y++)
        {
            for (var x = 0; x < 50; x++)
            {
                (card.GetPixel(x, y) == ground || card.GetPixel(x, y) == panel).ShouldBeTrue($"{x}, {y}");
                (card.GetPixel(1199 - x, y) == ground || card.GetPixel(1199 - x, y) == panel).ShouldBeTrue($"{1199 - x}, {y}");
            }
        }
    }

    [Fact]
    public async Task Letters_without_a_shape_leave_no_box()
    {
        using var plain = await DrawAsync(Facts);
        using var adorned = await DrawAsync(Facts with { Title = "🏥 ICU\u0007 nurse 護" });

        Pixels(adorned).SequenceEqual(Pixels(plain)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_facts_give_the_same_bytes()
    {
        using var other = new CardPainter();

        (await _painter.PaintAsync(Facts, default)).ShouldBe(await other.PaintAsync(Facts, default));
        (await _painter.PaintAsync(Facts, default)).ShouldBeSameAs(await _painter.PaintAsync(Facts with { }, default));
    }

    [Fact]
    public void Whoever_does_not_see_it_is_told_the_same()
    {
        Facts.AltText.ShouldBe("Job opening: ICU nurse. Northvale Medical Center. Duluth, MN. $38.50–$52.00 an hour. Nights, 7p–7a.");
        (Facts with { Pay = "", Shift = "" }).AltText.ShouldBe("Job opening: ICU nurse. Northvale Medical Center. Duluth, MN.");
        var longest = new string('x', 999);
        new CardFacts(longest, longest, longest, longest, longest, "").AltText.Length.ShouldBeLessThanOrEqualTo(1000);
    }

    [Fact]
    public void Other_facts_have_another_mark()
    {
        (Facts with { }).Mark.ShouldBe(Facts.Mark);
        (Facts with { Pay = "$40.00 an hour" }).Mark.ShouldNotBe(Facts.Mark);
    }

    private async Task<SKBitmap> DrawAsync(CardFacts facts) => SKBitmap.Decode(await _painter.PaintAsync(facts, default));

    private static byte[] Pixels(SKBitmap card) => card.Bytes;

    public void Dispose() => _painter.Dispose();
}
