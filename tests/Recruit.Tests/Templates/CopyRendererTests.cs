using System.Diagnostics;
using Recruit.Channels;
using Recruit.Shell;
using Recruit.Templates;

namespace Recruit.Tests.Templates;

public class CopyRendererTests
{
    private static PostLimits AtMost(int length) => new(length, text => text.Length, "characters", LinkStandsInText: false);

    [Fact]
    public void Optional_parts_go_from_the_highest_level_down_until_it_fits()
    {
        const string text = "one{{ if keep 1 }} two{{ end }}{{ if keep 3 }} four{{ end }}{{ if keep 2 }} three{{ end }}";

        Openings.Rendered(text, limits: AtMost(18)).Text.ShouldBe("one two four three");
        var shorter = Openings.Rendered(text, limits: AtMost(17));
        shorter.Text.ShouldBe("one two three");
        shorter.DroppedParts.ShouldBe([3]);
        var shortest = Openings.Rendered(text, limits: AtMost(12));
        shortest.Text.ShouldBe("one two");
        shortest.DroppedParts.ShouldBe([3, 2]);
    }

    [Fact]
    public void A_dropped_part_may_give_way_to_a_shorter_one()
        => Openings.Rendered("{{ if keep 2 }}Registered Nurse{{ else }}RN{{ end }} wanted", limits: AtMost(10)).Text.ShouldBe("RN wanted");

    [Fact]
    public void Copy_that_cannot_fit_says_what_to_shorten()
    {
        var vacancy = Openings.IcuNurse();
        vacancy.Title = new string('n', 300);

        var failed = Openings.Failed("{{ vacancy.title }}{{ if keep 1 }} more{{ end }} {{ link }}", vacancy, Openings.X);

        failed.Reason.ShouldBe("With every optional part left out it is still 44 characters too long. Shorten the vacancy's title.");
    }

    [Fact]
    public void A_title_too_long_for_x_costs_the_optional_parts_but_never_the_link()
    {
        var vacancy = Openings.IcuNurse();
        vacancy.Title = string.Join(' ', Enumerable.Repeat("Registered Nurse", 9));
        var library = new TemplateLibrary(new TemplateFolder(RecruitHome.Find([]).TemplatesFolder));

        var copy = Openings.Rendered(CopyRenderer.Render(library.Find(new ChannelKey("x"), Moment.Announce), Openings.Model(vacancy), Openings.X));

        copy.Text.ShouldContain(vacancy.Title);
        copy.Text.ShouldContain(Openings.Link);
        copy.DroppedParts.ShouldNotBeEmpty();
        Openings.X.Measure(copy.Text).ShouldBeLessThanOrEqualTo(280);
    }

    [Theory]
    [InlineData("集中治療室の看護師", 18)]
    [InlineData("Nurse 👩‍⚕️ nights", 15)]
    public void Titles_in_other_scripts_and_emoji_stand_whole(string title, int atLeast)
    {
        var vacancy = Openings.IcuNurse();
        vacancy.Title = title;

        var copy = Openings.Rendered("{{ vacancy.title }}: {{ link }}", vacancy, Openings.X);

        copy.Text.ShouldBe($"{title}: {Openings.Link}");
        copy.Spans[0].ShouldBe(new CopySpan("vacancy.title", 0, title.Length));
        Openings.X.Measure(title).ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    [Theory]
    [InlineData("fine\n{{ vacancy.titel }}", 2, "titel")]
    [InlineData("{{ vacansy.title }}", 1, "vacansy")]
    [InlineData("a\nb\n{{ vacancy.title | shout }}", 3, "shout")]
    [InlineData("{{ date.now }}", 1, "date")]
    [InlineData("{{ include 'x/reminder' }}", 1, "include")]
    public void An_unknown_name_is_an_error_with_file_and_line(string text, int line, string name)
    {
        var failed = Openings.Failed(text);

        failed.File.ShouldBe("x/announce.scriban");
        failed.Line.ShouldBe(line);
        failed.Reason.ShouldBe($"There is nothing called \"{name}\". The names to use are in templates/README.md.");
    }

    [Fact]
    public void A_mistake_in_the_syntax_is_an_error_with_its_line()
        => Openings.Failed("fine\n{{ if vacancy.pay }}\nno end").Line.ShouldBeGreaterThan(1);

    [Theory]
    [InlineData("{{ vacancy.title = 'x' }}")]
    [InlineData("{{ vacancy = {title: 'x'} }}{{ vacancy.title }}")]
    [InlineData("{{ hashtags[0] = 'x' }}{{ hashtags }}")]
    [InlineData("{{ func change(list); list[0] = 'x'; end; change vacancy.credentials }}")]
    [InlineData("{{ hashtags | array.clear }}{{ hashtags.size = 0 }}")]
    [InlineData("{{ link = 'https://elsewhere.example' }}{{ link }}")]
    [InlineData("{{ keep = 1 }}")]
    [InlineData("{{ string.upcase = 1 }}")]
    public void A_template_cannot_change_a_fact(string text)
        => Openings.Failed(text).Line.ShouldBe(1);

    [Theory]
    [InlineData("{{ if keep 1 }}{{ link }}{{ end }}words")]
    [InlineData("{{ address = link }}words{{ if vacancy.pay && keep 2 }}{{ address }}{{ end }}")]
    public void The_link_may_not_be_optional(string text)
        => Openings.Failed(text).Reason.ShouldStartWith("The link may not stand in an optional part");

    [Fact]
    public void A_shortened_link_is_refused()
        => Openings.Failed("{{ link | string.truncate 12 }}").Reason.ShouldStartWith("The link does not stand whole");

    [Fact]
    public void A_card_asks_for_the_link_and_its_words_are_one_line()
    {
        var copy = Openings.Rendered("{{ card_title = $'{vacancy.title}\\n at {facility.short_name} '; card_description = vacancy.place }}words");

        copy.CardTitle.ShouldBe("Registered Nurse, Intensive Care at St. Brendan's");
        copy.CardDescription.ShouldBe("Rochester, MN");
        copy.LinkRequired.ShouldBeTrue();
        copy.Text.ShouldBe("words");
    }

    [Fact]
    public void Where_the_link_is_part_of_the_words_a_card_alone_does_not_carry_it()
        => Openings.Failed("{{ card_title = vacancy.title }}words", limits: Openings.X).Reason.ShouldContain("{{ link }}");

    [Fact]
    public void Words_without_a_link_ask_for_none()
        => Openings.Rendered("{{ vacancy.title }}").LinkRequired.ShouldBeFalse();

    [Fact]
    public void A_template_that_gives_no_words_fails()
        => Openings.Failed("{{ if vacancy.closes_on == 'never' }}words{{ end }}  \n").Reason.ShouldStartWith("The template gives no words");

    [Theory]
    [InlineData("{{ for i in 1..1000000000 }}a{{ end }}")]
    [InlineData("{{ while true }}a{{ end }}")]
    [InlineData("{{ for i in 1..400; for j in 1..400; x = i; end; end }}")]
    [InlineData("{{ func f(n); f n + 1; end; f 1 }}")]
    [InlineData("{{ func fib(n); if n < 2; ret n; end; ret (fib (n - 1)) + (fib (n - 2)); end; fib 40 }}")]
    [InlineData("{{ s = 'ab'; for i in 1..60; s = $'{s}{s}'; end; s }}")]
    [InlineData("{{ s = 'ab'; for i in 1..60; s = s + s; end; s }}")]
    [InlineData("{{ s = 'ab'; for i in 1..60; s = s | string.append s; end; s }}")]
    [InlineData("{{ s = 'ab'; for i in 1..60; s = s | string.replace 'a' s; end; s }}")]
    [InlineData("{{ 'a' * 1000000000 }}")]
    [InlineData("{{ 'a' | string.pad_left 1000000000 }}")]
    [InlineData("{{ (1..1000000000) | array.join ',' }}")]
    [InlineData("{{ (1..1000000000) | array.size }}")]
    [InlineData("{{ a = [1]; for i in 1..60; a = a + a; end; a | array.size }}")]
    [InlineData("{{ a = [1]; for i in 1..60; a = a | array.concat a; end; a | array.size }}")]
    [InlineData("{{ x = 2; for i in 1..60; x = x * x; end; x }}")]
    [InlineData("{{ a = {}; a.a = a; a }}")]
    [InlineData("{{ ('a' * 9000) | regex.match '(a+)+$' }}")]
    [InlineData("{{ ('<' * 9000) | html.strip }}")]
    public void A_hostile_template_is_stopped(string text)
    {
        // The first rendering of a process compiles the library, which says nothing about the template.
        Openings.Rendered("{{ for i in 1..3; i; end }}{{ vacancy.title | string.upcase }}");
        CopyRenderer.Render(Openings.Template(text), Openings.Model(Openings.IcuNurse()), Openings.Facebook);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        CopyRenderer.Render(Openings.Template(text), Openings.Model(Openings.IcuNurse()), Openings.Facebook).ShouldBeOfType<Rendering.Failed>();

        // Generous for a busy machine; without the limits these run for seconds or for ever.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMilliseconds(250));
        (GC.GetAllocatedBytesForCurrentThread() - bytes).ShouldBeLessThan(64 * 1024 * 1024);
    }
}
