using Recruit.Channels;
using Recruit.Shell;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Tests.Templates;

/// <summary>The words that people will read, approved. A changed file is reviewed like code; set RECRUIT_APPROVE_COPY=1 to write them anew.</summary>
public class GoldenTests
{
    private static readonly TemplateLibrary Library = new(new TemplateFolder(RecruitHome.Find([]).TemplatesFolder));

    private static readonly string[] Channels = ["x", "linkedin", "facebook", "mastodon", "bluesky"];

    public static TheoryData<string, Moment, int> All
    {
        get
        {
            var all = new TheoryData<string, Moment, int>();
            foreach (var channel in Channels)
            {
                foreach (var moment in Enum.GetValues<Moment>())
                    foreach (var variant in Enumerable.Range(1, Library.Variants(new ChannelKey(channel), moment)))
                        all.Add(channel, moment, variant);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_words_are_the_approved_ones(string channel, Moment moment, int variant)
    {
        var file = Path.Combine(RecruitHome.Find([]).Folder, "tests", "Recruit.Tests", "Templates", "Golden", $"{channel}-{moment.FileName()}{(variant == 1 ? "" : $"-{variant}")}.txt");

        var page = Page(channel, moment, variant);

        if (Environment.GetEnvironmentVariable("RECRUIT_APPROVE_COPY") == "1")
            File.WriteAllText(file, page);
        page.ShouldBe(File.ReadAllText(file));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_template_asks_for_the_link(string channel, Moment moment, int variant)
        => Copies(channel, moment, variant).ShouldAllBe(named => named.Copy.LinkRequired);

    [Theory]
    [MemberData(nameof(All))]
    public void Missing_facts_leave_no_holes(string channel, Moment moment, int variant)
    {
        var bare = new Vacancy { Title = "Nurse" };
        var bareModel = moment == Moment.Digest
            ? CopyModel.OfDigest([bare], Openings.StBrendans(), "", Openings.Link, Openings.Planned)
            : Openings.Model(bare);
        var bareCopy = Openings.Rendered(CopyRenderer.Render(Library.FindVariant(new ChannelKey(channel), moment, variant), bareModel, Openings.Limits(channel)));

        foreach (var copy in Copies(channel, moment, variant).Select(named => named.Copy).Append(bareCopy))
        {
            copy.Text.ShouldNotMatch(@"  \S|: *(\n\n|$)|\( *\)|, *[,.\n]|: *[,.]|· *(\n|$)|\+ *\n| [,.]|\.\.");
            copy.Text.ShouldNotMatch("!");
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("linkedin")]
    [InlineData("facebook")]
    [InlineData("mastodon")]
    [InlineData("bluesky")]
    public void One_vacancy_never_says_the_same_twice_on_one_account(string channel)
        => Enum.GetValues<Moment>().SelectMany(moment => Enumerable.Range(1, Library.Variants(new ChannelKey(channel), moment))
            .Select(variant => Copies(channel, moment, variant)[0].Copy.Text)).ShouldBeUnique();

    [Theory]
    [InlineData("x")]
    [InlineData("linkedin")]
    [InlineData("facebook")]
    [InlineData("mastodon")]
    [InlineData("bluesky")]
    public void A_second_reminder_says_something_else_than_the_first(string channel)
    {
        var template = Library.Find(new ChannelKey(channel), Moment.Reminder);

        string On(DateTimeOffset planned) => Openings.Rendered(CopyRenderer.Render(template,
            CopyModel.Of(Openings.IcuNurse(), Openings.StBrendans(), Openings.Link, planned), Openings.Limits(channel))).Text;

        On(Openings.Planned).ShouldNotBe(On(Openings.Planned.AddDays(7)));
    }

    [Theory]
    [InlineData(Moment.Announce)]
    [InlineData(Moment.Reminder)]
    [InlineData(Moment.ClosingSoon)]
    [InlineData(Moment.Filled)]
    public void A_full_vacancy_fills_a_linkedin_post_without_filling_the_screen(Moment moment)
        => Copies("linkedin", moment)[0].Copy.Text.Length.ShouldBeInRange(600, 1300);

    private static IReadOnlyList<(string Name, Copy Copy)> Copies(string channel, Moment moment, int variant = 1)
    {
        var template = Library.FindVariant(new ChannelKey(channel), moment, variant);
        var models = moment == Moment.Digest
            ? new[] { ("three openings", Openings.Digest()) }
            : [("intensive care nurse", Openings.Model(Openings.IcuNurse())), ("remote coder, few facts", Openings.Model(Openings.RemoteCoder()))];
        return [.. models.Select(named => (named.Item1, Openings.Rendered(CopyRenderer.Render(template, named.Item2, Openings.Limits(channel)))))];
    }

    private static string Page(string channel, Moment moment, int variant) => string.Join("\n\n", Copies(channel, moment, variant).Select(named =>
        $"=== {named.Name}: {Openings.Limits(channel).Measure(named.Copy.Text)} characters, left out: {(named.Copy.DroppedParts.Count > 0 ? string.Join(", ", named.Copy.DroppedParts) : "nothing")}\n"
        + (named.Copy.CardTitle is null ? "" : $"[{named.Copy.CardTitle}] [{named.Copy.CardDescription}]\n")
        + named.Copy.Text)) + "\n";
}
