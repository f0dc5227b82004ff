using Microsoft.Extensions.Configuration;
using Recruit.Shell;

namespace Recruit.Tests.Shell;

public sealed class ExampleSettingsTests
{
    // Settings of the framework that are worth showing; everything else in the file must be ours.
    private static readonly string[] Framework = ["Urls", "Logging"];

    private static readonly IConfiguration Example =
        new ConfigurationBuilder().AddJsonFile(Path.Combine(RecruitHome.Find([]).Folder, "appsettings.example.json")).Build();

    [Fact]
    public void The_example_starts() => SettingsCheck.Mistakes(Example).ShouldBeEmpty();

    [Fact]
    public void Every_setting_stands_in_the_example()
    {
        var missing = from options in SettingsCheck.Sections
                      from property in SettingsCheck.SettableOf(options.Type)
                      let section = Example.GetSection(options.Section)
                      where !section.GetChildren().Any(child => child.Key == property.Name)
                      select $"{options.Section}:{property.Name}";

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void The_example_shows_the_defaults()
    {
        foreach (var (type, section) in SettingsCheck.Sections)
        {
            var shown = Activator.CreateInstance(type)!;
            Example.GetSection(section).Bind(shown, binder => binder.ErrorOnUnknownConfiguration = !HasSectionsInside(section));
            var plain = Activator.CreateInstance(type)!;

            foreach (var property in SettingsCheck.SettableOf(type))
                property.GetValue(shown).ShouldBeEquivalentTo(property.GetValue(plain), $"{section}:{property.Name}");
        }
    }

    [Fact]
    public void Nothing_stands_in_the_example_that_nobody_reads()
    {
        var known = SettingsCheck.Sections.Select(options => options.Section.Split(':')[0]).Concat(Framework);

        Example.GetChildren().Select(section => section.Key).ShouldBeSubsetOf(known);
    }

    private static bool HasSectionsInside(string section)
        => SettingsCheck.Sections.Any(other => other.Section.StartsWith(section + ":", StringComparison.Ordinal));
}
