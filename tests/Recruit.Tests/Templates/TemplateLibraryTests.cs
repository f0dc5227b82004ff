using Recruit.Channels;
using Recruit.Templates;

namespace Recruit.Tests.Templates;

public sealed class TemplateLibraryTests : IDisposable
{
    private static readonly ChannelKey X = new("x");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recruit-templates");
    private readonly TemplateLibrary _library;

    public TemplateLibraryTests()
    {
        _library = new TemplateLibrary(new TemplateFolder(Path.Combine(_folder.FullName, "templates")));
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "templates", "x"));
    }

    private string File => Path.Combine(_folder.FullName, "templates", "x", "announce.scriban");

    [Fact]
    public void A_template_is_parsed_once_while_its_file_stays_the_same()
    {
        System.IO.File.WriteAllText(File, "words");

        _library.Find(X, Moment.Announce).ShouldBeSameAs(_library.Find(X, Moment.Announce));
    }

    [Fact]
    public void A_changed_file_is_read_again()
    {
        System.IO.File.WriteAllText(File, "{{ if }}");
        var broken = _library.Find(X, Moment.Announce);
        System.IO.File.WriteAllText(File, "{{ 'ok' }} ");
        System.IO.File.SetLastWriteTimeUtc(File, new DateTime(2027, 1, 4, 0, 0, 0, DateTimeKind.Utc));

        broken.Errors.ShouldNotBeEmpty();
        _library.Find(X, Moment.Announce).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_file_is_an_error_that_says_so()
    {
        var template = _library.Find(X, Moment.ClosingSoon);

        template.Path.ShouldBe("x/closing-soon.scriban");
        template.Errors.Single().Reason.ShouldStartWith("There is no such file");
        CopyRenderer.Render(template, Openings.Model(Openings.IcuNurse()), Openings.X).ShouldBeOfType<Rendering.Failed>();
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("..")]
    [InlineData("/etc")]
    [InlineData("x/../x")]
    [InlineData("")]
    public void A_name_cannot_lead_out_of_the_folder(string channel)
        => _library.Find(new ChannelKey(channel), Moment.Announce).Errors.Single().Reason.ShouldStartWith("A network's name");

    [Fact]
    public void A_file_that_points_out_of_the_folder_is_refused()
    {
        var outside = Path.Combine(_folder.FullName, "secret.txt");
        System.IO.File.WriteAllText(outside, "secret");
        System.IO.File.CreateSymbolicLink(File, outside);

        _library.Find(X, Moment.Announce).Errors.Single().Reason.ShouldStartWith("The file points to a place outside");
    }

    [Fact]
    public void A_folder_that_points_out_of_the_folder_is_refused()
    {
        var outside = Directory.CreateDirectory(Path.Combine(_folder.FullName, "elsewhere"));
        System.IO.File.WriteAllText(Path.Combine(outside.FullName, "announce.scriban"), "secret");
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "templates", "facebook"), outside.FullName);

        _library.Find(new ChannelKey("facebook"), Moment.Announce).Errors.Single().Reason.ShouldStartWith("The file points to a place outside");
    }

    [Fact]
    public void A_templates_folder_reached_through_a_link_works()
    {
        System.IO.File.WriteAllText(File, "words");
        var link = Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "mounted"), Path.Combine(_folder.FullName, "templates"));

        new TemplateLibrary(new TemplateFolder(link.FullName)).Find(X, Moment.Announce).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_not_text_is_an_error()
    {
        System.IO.File.WriteAllBytes(File, [0x4E, 0xFC, 0x72, 0x73, 0x65]);

        _library.Find(X, Moment.Announce).Errors.Single().Reason.ShouldStartWith("The file is not UTF-8");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
