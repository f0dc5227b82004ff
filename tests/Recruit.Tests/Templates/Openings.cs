using Recruit.Channels;
using Recruit.Facilities;
using Recruit.Templates;
using Recruit.Vacancies;

namespace Recruit.Tests.Templates;

/// <summary>Named openings of one named hospital, and limits like the networks'.</summary>
internal static class Openings
{
    public const string Link = "https://jobs.stbrendans.example/go/k7m2p9";

    public static readonly DateTimeOffset Planned = new(2027, 1, 4, 14, 0, 0, TimeSpan.Zero);

    public static readonly PostLimits X = new(280, text => MeasureX(text), "characters", LinkStandsInText: true);
    public static readonly PostLimits LinkedIn = new(3000, text => text.Length, "characters", LinkStandsInText: false);
    public static readonly PostLimits Facebook = new(63_206, text => text.Length, "characters", LinkStandsInText: false);

    public static readonly PostLimits Mastodon = new(500, text => MeasureX(text), "characters", LinkStandsInText: true);
    public static readonly PostLimits Bluesky = new(300, text => text.Length, "characters", LinkStandsInText: false);

    public static PostLimits Limits(string channel) => channel switch { "x" => X, "linkedin" => LinkedIn, "mastodon" => Mastodon, "bluesky" => Bluesky, _ => Facebook };

    public static Facility StBrendans() => new()
    {
        Name = "St. Brendan's Medical Center",
        ShortName = "St. Brendan's",
        City = "Rochester",
        Region = "MN",
        TimeZone = "America/Chicago",
    };

    public static Vacancy IcuNurse() => new()
    {
        RequisitionId = "R-20417",
        Title = "Registered Nurse, Intensive Care",
        OccupationCode = "29-1141.03",
        Specialty = "Critical care",
        Department = "Medical ICU, 4 West",
        EmploymentType = EmploymentType.FullTime,
        Shift = "Nights, 7p–7a",
        HoursPerWeek = 36,
        Fte = 0.9m,
        Pay = new Pay(38.5m, 52m, PayUnit.Hour),
        SignOnBonus = 10_000,
        Credentials = [new Credential("Minnesota RN license"), new Credential("BLS"), new Credential("ACLS", 180)],
        Highlight = "Two patients to a nurse, self-scheduling, and one weekend in four.",
        OpensOn = new DateOnly(2026, 12, 28),
        ClosesOn = new DateOnly(2027, 1, 31),
    };

    /// <summary>Holds little more than a title, as imported drafts do.</summary>
    public static Vacancy RemoteCoder() => new()
    {
        Title = "Medical Coder",
        Remote = true,
        EmploymentType = EmploymentType.PerDiem,
    };

    public static Vacancy Pharmacist() => new()
    {
        RequisitionId = "R-20433",
        Title = "Clinical Pharmacist",
        OccupationCode = "29-1051.00",
        Shift = "Rotating days and evenings",
        Pay = new Pay(128_000, 151_000, PayUnit.Year),
    };

    public static CopyModel Model(Vacancy vacancy) => CopyModel.Of(vacancy, StBrendans(), Link, Planned);

    public static CopyModel Digest() => CopyModel.OfDigest([IcuNurse(), Pharmacist(), RemoteCoder()], StBrendans(), "", Link, Planned);

    public static CopyTemplate Template(string text, string channel = "x", Moment moment = Moment.Announce)
        => CopyTemplate.Parse(new ChannelKey(channel), moment, 1, text);

    public static Copy Rendered(string text, Vacancy? vacancy = null, PostLimits? limits = null)
        => Rendered(CopyRenderer.Render(Template(text), Model(vacancy ?? IcuNurse()), limits ?? Facebook));

    public static Copy Rendered(Rendering rendering) => rendering switch
    {
        Rendering.Rendered done => done.Copy,
        Rendering.Failed failed => throw new InvalidOperationException(failed.Sentence),
        _ => throw new InvalidOperationException("Unknown rendering."),
    };

    public static Rendering.Failed Failed(string text, Vacancy? vacancy = null, PostLimits? limits = null)
        => CopyRenderer.Render(Template(text), Model(vacancy ?? IcuNurse()), limits ?? Facebook).ShouldBeOfType<Rendering.Failed>();

    // Good enough for these texts: every link counts 23, a code point outside of Latin 2.
    private static int MeasureX(string text) => text.Replace(Link, new string('l', 23), StringComparison.Ordinal)
        .EnumerateRunes().Sum(rune => rune.Value is <= 0x10FF or (>= 0x2000 and <= 0x200D) or (>= 0x2010 and <= 0x201F) ? 1 : 2);
}
