using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Audiences;
using Recruit.Broadcasts;
using Recruit.Broadcasts.Import;
using Recruit.Channels;
using Recruit.Tests.Architecture;
using Recruit.Tests.Channels;
using Recruit.Tests.Support;

namespace Recruit.Tests.Audiences;

/// <summary>Nobody is sought or left out by age, gender, origin or any exclusion: the words exist nowhere from the model and the pages to the import.</summary>
public sealed partial class NoProtectedFacetTests : IDisposable
{
    private readonly ChannelStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void No_type_that_carries_an_audience_has_a_member_for_it()
    {
        var types = typeof(RecruitApp).Assembly.GetTypes().Where(type => type.Namespace is "Recruit.Audiences" or "Recruit.Channels" or "Recruit.Channels.LinkedIn" or "Recruit.Broadcasts.Import")
            .Append(typeof(BroadcastRequest)).Append(typeof(ChosenCopy));

        types.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static).Select(member => $"{type.Name}.{member.Name}"))
            .Where(name => Protected().IsMatch(name)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("TargetProfile.AgeRanges", true)]
    [InlineData("Audience.Gender", true)]
    [InlineData("Targeting.ExcludedFacets", true)]
    [InlineData("Targeting.get_Exclude", true)]
    [InlineData("LinkedInChannel.PageSize", false)]
    [InlineData("PostMedia.Image", false)]
    public void The_pattern_finds_what_it_should(string name, bool found) => Protected().IsMatch(name).ShouldBe(found);

    [Fact]
    public void No_column_of_the_database_holds_it()
    {
        using var database = new TestDb();
        using var db = database.CreateDbContext();
        var columns = db.Model.GetEntityTypes().SelectMany(table => table.GetProperties().Select(column => $"{table.ClrType.Name}.{column.Name}")).ToList();

        columns.Count.ShouldBeGreaterThan(100);
        columns.Where(column => Protected().IsMatch(column)).ShouldBeEmpty();
    }

    [Fact]
    public void No_page_asks_for_it_or_shows_it()
    {
        var pages = SourceTree.Files("src/Recruit", "*.razor").ToList();

        pages.Count.ShouldBeGreaterThan(30);
        pages.SelectMany(page => WordsOf(SourceTree.Read(page)).Select(word => $"{page}: {word}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<MudSelect Label=\"Gender\" />", "Gender")]
    [InlineData("<MudNumericField @bind-Value=\"_profile.MinAge\" />", "MinAge")]
    [InlineData("<legend>Age range</legend>", "Age range")]
    [InlineData("<MudCheckBox Label=\"Exclude these people\" />", "Exclude")]
    [InlineData("@attribute [ExcludeFromInteractiveRouting] <img alt=\"A page of the agency's images\" />", null)]
    public void Markup_that_would_is_found(string markup, string? word) => WordsOf(markup).FirstOrDefault().ShouldBe(word);

    [Fact]
    public void The_import_reads_no_such_column()
        => typeof(ImportColumns).GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => field.GetRawConstantValue() as string)
            .Where(column => column is not null && ProtectedWord().IsMatch(column)).ShouldBeEmpty();

    [Fact]
    public void Every_facet_that_a_profile_may_hold_is_about_work()
        => Networks.SelectMany(network => network.ProfileFacets).Select(list => list.Kind).Distinct().ShouldBe(["jobFunctions", "seniorities", "industries", "fieldsOfStudy"]);

    [Theory]
    [InlineData("ageRanges")]
    [InlineData("genders")]
    [InlineData("exclude")]
    [InlineData("memberGroups")]
    [InlineData("yearsOfExperienceRanges")]
    public void A_profile_with_any_other_facet_is_refused(string kind)
    {
        foreach (var network in Networks)
            ProfileRules.Check(network, [new TargetingFacet(kind, [new TargetingValue("urn:li:age:1", "Young")])], out _).ShouldNotBeNull().ShouldContain(kind);
    }

    [Fact]
    public void All_occupations_of_a_family_ship_with_one_profile()
    {
        foreach (var network in Networks)
            foreach (var family in JobFamily.All)
                family.SocStarts.Select(start => string.Join(' ', network.ShippedProfile(start).SelectMany(facet => facet.Values).Select(value => value.Id)))
                    .Distinct().Count().ShouldBe(1, family.Key);
    }

    // The attribute is about how a page is rendered.
    private static IEnumerable<string> WordsOf(string markup) => MarkupWord().Matches(markup.Replace("ExcludeFromInteractiveRouting", "", StringComparison.Ordinal)).Select(match => match.Value);

    private IEnumerable<ITargetsAudiences> Networks => _stage.Services.GetRequiredService<ChannelCatalog>().All.OfType<ITargetsAudiences>();

    // A word of a name begins with a capital letter, or after an underscore or point.
    [GeneratedRegex(@"(?:^|[._a-z0-9])(?:Age|Ages|AgeRange|AgeRanges|Gender|Genders|Sex|Race|Ethnicity|Religion|Exclu[a-z]*)(?![a-z])|(?:^|[._])(?:age|gender|exclu)", RegexOptions.CultureInvariant)]
    private static partial Regex Protected();

    // Words that people read, and members that end in one.
    [GeneratedRegex(@"\b(?i:age[ -]?(?:range|group|limit)s?|ages?|genders?|sex|race|ethnicity|religion|exclu[a-z]*)\b|\b\w*[a-z](?:Ages?|AgeRanges?|Genders?|Sex|Race|Ethnicity|Religion|Exclu[a-z]*)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MarkupWord();

    [GeneratedRegex("^(age|ages|gender|sex|race|ethnicity|religion|exclu.*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProtectedWord();
}
