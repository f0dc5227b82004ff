using Recruit.Pictures;

namespace Recruit.Tests.Pictures;

public class CardLinesTests
{
    // A font whose every letter is half as wide as it is high.
    private static float Measure(string text, float size) => text.Length * size / 2;

    private static CardLines Fit(string text, float width = 500, float height = 320) => CardLines.Fit(text, [80, 40], width, height, 1, Measure);

    [Fact]
    public void Short_words_are_written_large()
    {
        var fitted = Fit("ICU nurse");

        fitted.Size.ShouldBe(80);
        fitted.Lines.ShouldBe(["ICU nurse"]);
    }

    [Fact]
    public void Longer_words_wrap_between_words()
        => Fit("Registered nurse of intensive care").Lines.ShouldBe(["Registered", "nurse of", "intensive", "care"]);

    [Fact]
    public void What_fits_at_no_size_ends_in_an_ellipsis_at_the_end_of_a_word()
    {
        var fitted = Fit(string.Join(' ', Enumerable.Repeat("cardiothoracic", 30)), height: 120);

        fitted.Size.ShouldBe(40);
        fitted.Lines.Count.ShouldBe(3);
        fitted.Lines[^1].ShouldBe("cardiothoracic…");
    }

    [Theory]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")]
    [InlineData("𝕣𝕖𝕘𝕚𝕤𝕥𝕖𝕣𝕖𝕕𝕟𝕦𝕣𝕤𝕖𝕣𝕖𝕘𝕚𝕤𝕥𝕖𝕣𝕖𝕕𝕟𝕦𝕣𝕤𝕖𝕣𝕖𝕘𝕚𝕤𝕥𝕖𝕣𝕖𝕕𝕟𝕦𝕣𝕤𝕖")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z")]
    public void No_line_is_wider_or_higher_than_the_card(string text)
    {
        foreach (var (width, height) in new[] { (500f, 320f), (200f, 80f), (90f, 40f) })
        {
            var fitted = Fit(text, width, height);

            fitted.Lines.ShouldAllBe(line => Measure(line, fitted.Size) <= width);
            (fitted.Lines.Count * fitted.Size).ShouldBeLessThanOrEqualTo(height);
            fitted.Lines.ShouldAllBe(line => line.IsNormalized(), "no letter is cut in half");
        }
    }

    [Fact]
    public void Nothing_gives_no_line() => Fit(" ").Lines.ShouldBeEmpty();
}
