using Mono.Cecil;
using Recruit.Sandbox;

namespace Recruit.Tests.Architecture;

/// <summary>Who may know whom. A feature is the second part of a namespace: Recruit.Deliveries.</summary>
public class FeatureMapTests
{
    /// <summary>Usable by all, knowing no feature.</summary>
    private static readonly string[] GroundFloor = ["Persistence", "Audit", "Staff", "Facilities", "Notices", "Api", "Pictures"];

    /// <summary>The part of the shell that belongs to the ground floor: addresses, settings of the place, and parts without business words.</summary>
    private static readonly string[] GroundTypes = ["Recruit.Shell.Urls", "Recruit.Shell.SiteOptions", "Recruit.Shell.RecruitHome", "Recruit.Shell.HomeOptions"];

    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Persistence"] = [],
        ["Audit"] = [],
        ["Staff"] = [],
        ["Facilities"] = [],
        ["Notices"] = [],
        ["Api"] = [],
        ["Pictures"] = [],
        ["Channels"] = [],
        ["Compliance"] = [],
        ["Vacancies"] = [],
        ["Templates"] = ["Vacancies", "Channels"],
        ["Accounts"] = ["Channels"],
        ["Deliveries"] = ["Channels", "Accounts", "Compliance"],
        ["Audiences"] = ["Channels"],
        ["Broadcasts"] = ["Audiences", "Vacancies", "Templates", "Accounts", "Compliance", "Channels", "Deliveries"],
        ["Reach"] = ["Vacancies", "Broadcasts", "Deliveries", "Accounts", "Channels"],
        ["JobSite"] = ["Vacancies", "Templates", "Accounts", "Reach"],
    };

    /// <summary>Plain words that travel farther than their folder: a draft names its channel, and a planned delivery its moment.</summary>
    private static readonly string[] Words = ["Compliance knows Recruit.Channels.ChannelKey", "Reach knows Recruit.Templates.Moment", "Reach knows Recruit.Templates.Moments"];

    private static readonly string[] KnowAll = ["Scheduling", "Shell", ""];

    private static readonly ILookup<TypeDefinition, TypeReference> Known = Knowledge.Of(Knowledge.Read(typeof(RecruitApp).Assembly));

    [Fact]
    public void Every_folder_has_its_row_in_the_table()
        => Features().Except(MayKnow.Keys).Except(KnowAll).ShouldBeEmpty();

    [Fact]
    public void Features_know_only_what_the_table_allows()
        => Offenders((from, to) => MayKnow.TryGetValue(FeatureOf(from), out var allowed)
            && IsOurs(to)
            && FeatureOf(to) != FeatureOf(from)
            && !IsGround(to)
            && !allowed.Contains(FeatureOf(to))
            && !Words.Contains($"{FeatureOf(from)} knows {to.FullName}")).ShouldBeEmpty();

    [Fact]
    public void A_network_is_known_to_its_own_folder_and_its_registration_only()
        => Offenders((from, to) => to.Namespace.StartsWith("Recruit.Channels.", StringComparison.Ordinal)
            && from.Namespace != to.Namespace
            && from.FullName != "Recruit.Channels.ChannelsModule").ShouldBeEmpty();

    [Fact]
    public void Only_channels_speak_http_to_networks()
        => Offenders((from, to) => to.Namespace.StartsWith("RestSharp", StringComparison.Ordinal) && FeatureOf(from) != "Channels").ShouldBeEmpty();

    [Fact]
    public void Only_practice_knows_the_practice_networks()
        => Offenders((from, to) => to.Namespace.StartsWith("Recruit.Sandbox", StringComparison.Ordinal) && from.Namespace != "Recruit.Shell.Practice").ShouldBeEmpty();

    [Fact]
    public void The_practice_networks_know_nothing_of_the_app()
        => Knowledge.Read(typeof(SandboxHost).Assembly).MainModule.AssemblyReferences.ShouldNotContain(reference => reference.Name == "Recruit");

    private static IEnumerable<string> Features() => Known.Select(type => FeatureOf(type.Key)).Distinct();

    private static List<string> Offenders(Func<TypeReference, TypeReference, bool> isWrong)
        => [.. (from type in Known
                where type.Key.Namespace.StartsWith("Recruit", StringComparison.Ordinal)
                from target in type
                where isWrong(type.Key, target)
                select $"{type.Key.FullName} knows {target.FullName}").Distinct().Order()];

    private static bool IsOurs(TypeReference type)
        => type.Namespace.Split('.') is ["Recruit", ..] && !type.Namespace.StartsWith("Recruit.Sandbox", StringComparison.Ordinal);

    private static bool IsGround(TypeReference type)
        => GroundFloor.Contains(FeatureOf(type)) || type.Namespace == "Recruit.Shell.Parts" || GroundTypes.Contains(type.FullName);

    private static string FeatureOf(TypeReference type) => type.Namespace.Split('.') is ["Recruit", var feature, ..] ? feature : "";
}
