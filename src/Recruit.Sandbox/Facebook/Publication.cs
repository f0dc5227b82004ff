namespace Recruit.Sandbox.Facebook;

/// <summary>When a post becomes visible: at once, at a time, or not until it is told to.</summary>
public sealed record Publication(DateTimeOffset? VisibleFrom)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(10);

    // The guide says 30 days, the reference 75; the narrower one holds here.
    private static readonly TimeSpan Latest = TimeSpan.FromDays(30);

    public static Publication? Of(FacebookParams parameters, DateTimeOffset now, out IResult? mistake)
    {
        mistake = null;
        if (parameters.Flag("published", true) is not { } isPublished)
            mistake = FacebookErrors.Parameter("Param published must be a boolean");
        else if (parameters["scheduled_publish_time"] is not { } wanted)
            return new Publication(isPublished ? now : null);
        else if (isPublished)
            mistake = FacebookErrors.Parameter("You cannot specify a scheduled publish time on a published post");
        else if (FacebookTime.Read(wanted) is { } at && at - now >= Soonest && at - now <= Latest)
            return new Publication(at);
        else
            mistake = FacebookErrors.Parameter("The specified scheduled publish time is invalid: it must be 10 minutes to 30 days ahead.");
        return null;
    }
}
