using Microsoft.Extensions.DependencyInjection;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Shell;

public sealed class WelcomeTests : IDisposable
{
    private readonly RecruitFactory _app = new();

    [Fact]
    public async Task A_new_installation_is_told_how_to_get_in()
    {
        var said = await SaidAsync("http://localhost:5080");

        said.ShouldContain("Admin      http://localhost:5080/admin");
        said.ShouldContain("Jobs site  http://localhost:5080/jobs");
        said.ShouldContain("http://localhost:5080/first-run/");
        said.ShouldNotContain("Practice");
    }

    [Fact]
    public async Task The_link_is_printed_only_while_there_is_no_administrator()
    {
        await _app.Db.SaveAsync(StaffMember.Create("ada@hospital.example", "Ada Admin", StaffRoles.Administrator));

        (await SaidAsync("http://localhost:5080")).ShouldNotContain("first-run");
    }

    [Theory]
    [InlineData("http://[::]:5080", "http://localhost:5080/admin")]
    [InlineData("http://0.0.0.0:80", "http://localhost/admin")]
    [InlineData("http://*:8080", "http://localhost:8080/admin")]
    [InlineData("https://recruit.hospital.example", "https://recruit.hospital.example/admin")]
    public async Task The_printed_address_can_be_opened(string listening, string admin)
        => (await SaidAsync(listening)).ShouldContain(admin);

    private async Task<string> SaidAsync(string address)
    {
        using var console = new StringWriter();
        await _app.Services.GetRequiredService<Welcome>().PrintAsync([address], console);
        return console.ToString();
    }

    public void Dispose() => _app.Dispose();
}
