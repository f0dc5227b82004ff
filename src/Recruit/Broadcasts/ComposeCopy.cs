using Microsoft.Extensions.Options;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Compliance;
using Recruit.Deliveries;
using Recruit.Shell;
using Recruit.Templates;

namespace Recruit.Broadcasts;

/// <summary>One post's copy, rendered for one account and checked.</summary>
/// <param name="RenderedText">What the template gave, before a person's edit.</param>
/// <param name="Failure">Why the template gave nothing; null when it did.</param>
public sealed record ComposedCopy(
    PlannedPost Post,
    string LinkCode,
    PostContent Content,
    DraftFacts Facts,
    string RenderedText,
    Verdict Verdict,
    string? Failure)
{
    /// <summary>Says that the account has these words already; null when it has not. Other words mend it.</summary>
    public string? Repeats { get; init; }

    public bool MayGo => Failure is null && Repeats is null && Verdict.IsClean;
}

/// <summary>Renders, shortens and checks the copy of one post. Preview, planning and refreshing all come through here.</summary>
public sealed class ComposeCopy(
    TemplateLibrary templates,
    ChannelCatalog channels,
    ComplianceGuard guard,
    IOptions<SiteOptions> site)
{
    /// <param name="subject">Its vacancies with their facility.</param>
    /// <param name="editedText">A person's words instead of the template's.</param>
    public ComposedCopy Compose(Subject subject, Account account, PlannedPost post, string linkCode, Targeting targeting, string? editedText = null)
    {
        var channel = channels[account.Channel];
        var link = site.Value.Absolute(Urls.Go(linkCode));
        var rendering = CopyRenderer.Render(templates.Find(account.Channel, post.Moment, post.Turn), subject.Model(link, post.RenderedFor), channel.Limits);

        if (rendering is Rendering.Failed failed && editedText is null)
            return new ComposedCopy(post, linkCode, new PostContent("", link, null, [], targeting), DraftFacts.None, "", new Verdict([]), failed.Sentence);

        var copy = (rendering as Rendering.Rendered)?.Copy;
        var card = copy?.CardTitle is { } title ? new LinkCard(title, copy.CardDescription ?? "") : null;
        IReadOnlyList<PostMedia> media = channel is ITakesPictures && subject.Card(post.Moment) is { } picture ? [PostMedia.Of(picture)] : [];
        var content = new PostContent(editedText ?? copy!.Text, copy?.LinkRequired == false ? null : link, card, media, targeting);
        var facts = new DraftFacts(copy?.LinkRequired ?? true, linkCode, subject.ClosesAt, SaysClosed: post.Moment == Moment.Filled, subject.Pay, [.. subject.EmployerWords, site.Value.BaseUrl]);
        var verdict = guard.Check(content.ToDraft(facts, channel));
        return new ComposedCopy(post, linkCode, content, facts, copy?.Text ?? "", verdict, null);
    }
}
