using Recruit.Channels;

namespace Recruit.Tests.Channels;

public sealed class SafeServerTests
{
    [Theory]
    [InlineData("https://mastodon.example", true)]
    [InlineData("http://localhost:5090", true)]
    [InlineData("http://127.0.0.1", true)]
    [InlineData("http://mastodon.example", false)]
    [InlineData("ftp://localhost", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://name:word@mastodon.example", false)]
    [InlineData("mastodon.example", false)]
    [InlineData("", false)]
    public void Tokens_travel_sealed_or_not_at_all(string address, bool isSafe) => SafeServer.TryRead(address, out _).ShouldBe(isSafe);
}
