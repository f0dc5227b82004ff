using Recruit.Sandbox;

namespace Recruit.Tests.Architecture;

public class NamingTests
{
    /// <summary>Words that say nothing about what a class is for.</summary>
    private static readonly string[] EmptySuffixes = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Processor", "Data", "Info", "Base", "Impl"];

    private static readonly string[] EmptyFolders = ["Common", "Shared", "Core", "Services", "Models", "Interfaces", "Extensions", "Helpers", "Utils"];

    private static readonly Type[] Types =
        [.. typeof(RecruitApp).Assembly.GetTypes().Concat(typeof(SandboxHost).Assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Recruit", StringComparison.Ordinal) == true
                && !type.Namespace.Contains(".Migrations", StringComparison.Ordinal) && !type.FullName!.Contains('<', StringComparison.Ordinal))];

    [Fact]
    public void A_name_says_what_a_type_is_for()
        => Types.Where(type => EmptySuffixes.Any(suffix => NameOf(type).EndsWith(suffix, StringComparison.Ordinal)))
            .Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void A_folder_is_a_word_of_the_business()
        => SourceTree.Files("src", "*").Where(file => file.Split('/')[..^1].Any(EmptyFolders.Contains)).ShouldBeEmpty();

    // Where they are equal, the type cannot be named from outside without its whole path.
    [Fact]
    public void No_namespace_equals_a_type_in_it()
        => Types.Where(type => !type.IsNested && type.Namespace!.Split('.')[^1] == NameOf(type)).Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void A_file_stands_in_the_folder_of_its_namespace()
    {
        var wrong = from file in SourceTree.Files("src", "*.cs")
                    let line = File.ReadLines(Path.Combine(SourceTree.Root, file)).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
                    where line is not null
                    let folder = string.Join('.', file.Split('/')[1..^1])
                    where line != $"namespace {folder};"
                    select $"{file}: {line}";
        wrong.ShouldBeEmpty();
    }

    private static string NameOf(Type type) => type.Name.Split('`')[0];
}
