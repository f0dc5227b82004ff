using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Shell;
using Recruit.Shell.Practice;
using Recruit.Templates;

namespace Recruit.Tests.Templates;

/// <summary>The shipped words about the sample hospital, by the networks' own limits and the guard's own rules.</summary>
public class SampleHospitalCopyTests
{
    private static readonly IServiceProvider Services = Build();

    [Theory]
    [InlineData("x")]
    [InlineData("linkedin")]
    [InlineData("facebook")]
    [InlineData("mastodon")]
    [InlineData("bluesky")]
    public void Every_opening_can_be_said_at_every_moment(string network)
    {
        var channel = Services.GetRequiredService<ChannelCatalog>()[new ChannelKey(network)];
        var library = Services.GetRequiredService<TemplateLibrary>();
        var guard = Services.GetRequiredService<ComplianceGuard>();
        var now = Openings.Planned;
        var link = "http://localhost:5080/go/k7m2p9";

        var findings = new List<string>();
        foreach (var vacancy in SampleHospital.For(DateOnly.FromDateTime(now.UtcDateTime), now).Vacancies)
        {
            foreach (var moment in Enum.GetValues<Moment>())
            {
                var model = moment == Moment.Digest
                    ? CopyModel.OfDigest([vacancy], vacancy.Facility!, "", link, now)
                    : CopyModel.Of(vacancy, vacancy.Facility!, link, now);
                var copy = Openings.Rendered(CopyRenderer.Render(library.Find(channel.Key, moment), model, channel.Limits));

                var draft = new Draft(channel.Key, copy.Text, link, [], new DraftLimits(channel.Limits.Measure(copy.Text), channel.Limits.MaxLength, channel.Limits.Unit),
                    DraftFacts.None with { LinkRequired = copy.LinkRequired, LinkCode = "k7m2p9" });
                findings.AddRange(guard.Check(draft).Findings.Select(finding => $"{vacancy.Title}, {moment}: {finding.Reason}"));
            }
        }

        findings.ShouldBeEmpty();
    }

    private static ServiceProvider Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.AddTemplates(RecruitHome.Find([]).TemplatesFolder);
        builder.AddChannels();
        builder.AddCompliance();
        builder.Services.AddLogging();
        return builder.Services.BuildServiceProvider();
    }
}
