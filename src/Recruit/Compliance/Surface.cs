using System.Text.Json.Serialization;

namespace Recruit.Compliance;

/// <summary>What a text is for. It decides who has to look at it, whatever its words are.</summary>
public enum Surface
{
    /// <summary>A vacancy's post.</summary>
    [JsonStringEnumMemberName("job_post")] JobPost,
    /// <summary>A patient's praise, or thanks to a patient.</summary>
    [JsonStringEnumMemberName("praise")] Praise,
    /// <summary>A member of staff tells of the work.</summary>
    [JsonStringEnumMemberName("staff_story")] StaffStory,
    /// <summary>An answer to a comment or a review.</summary>
    [JsonStringEnumMemberName("reply")] Reply,
    /// <summary>The words of an image.</summary>
    [JsonStringEnumMemberName("caption")] Caption,
    /// <summary>A hiring event or an open house.</summary>
    [JsonStringEnumMemberName("event")] Event,
}

public static class Surfaces
{
    extension(Surface surface)
    {
        /// <summary>These speak of people and answer people, so a privacy reviewer reads them even when the guard found nothing.</summary>
        public bool NeedsSecondPerson => surface is Surface.Praise or Surface.StaffStory or Surface.Reply or Surface.Caption;

        /// <summary>A reply cannot be covered: that somebody signed does not make the answer to a stranger's review theirs.</summary>
        public bool MayTellOfPatients => surface is not Surface.Reply;

        public string Words => surface switch
        {
            Surface.JobPost => "Vacancy",
            Surface.Praise => "Praise or thanks",
            Surface.StaffStory => "Staff story",
            Surface.Reply => "Reply to a comment",
            Surface.Caption => "Words of an image",
            _ => "Event",
        };
    }
}
