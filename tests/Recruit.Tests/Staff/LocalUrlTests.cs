using Recruit.Staff;

namespace Recruit.Tests.Staff;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/admin/approvals?x=1#top", "/admin/approvals?x=1#top")]
    [InlineData("//evil.example", "/home")]
    [InlineData("/\\evil.example", "/home")]
    [InlineData("/\t/evil.example", "/home")]
    [InlineData("https://evil.example", "/home")]
    [InlineData("javascript:alert(1)", "/home")]
    [InlineData("", "/home")]
    [InlineData(null, "/home")]
    public void Only_addresses_inside_the_app_are_kept(string? url, string expected) => LocalUrl.Or(url, "/home").ShouldBe(expected);
}
