using Recruit.Channels.X;

namespace Recruit.Tests.Channels.X;

public class XSignatureTests
{
    // "Creating a signature" with its present and its older address, and the example of RFC 5849, section 1.2.
    [Theory]
    [InlineData("https://api.x.com/1.1/statuses/update.json?include_entities=true", "Ls93hJiZbQ3akF3HF3x1Bz8/zU4=")]
    [InlineData("https://api.twitter.com/1/statuses/update.json?include_entities=true", "tnnArxj06cWHq44gCs1OSKk/jLY=")]
    public void The_example_of_X_is_signed_as_its_page_says(string url, string signature) => XSignature.Sign("POST", new Uri(url), new Dictionary<string, string>
    {
        ["status"] = "Hello Ladies + Gentlemen, a signed OAuth request!",
        ["oauth_consumer_key"] = "xvz1evFS4wEEPTGEFPHBog",
        ["oauth_nonce"] = "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg",
        ["oauth_signature_method"] = "HMAC-SHA1",
        ["oauth_timestamp"] = "1318622958",
        ["oauth_token"] = "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
        ["oauth_version"] = "1.0",
    }, "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw", "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE").ShouldBe(signature);

    [Fact]
    public void The_example_of_the_standard_is_signed_as_it_says() => XSignature.Sign("GET", new Uri("http://photos.example.net/photos?file=vacation.jpg&size=original"), new Dictionary<string, string>
    {
        ["oauth_consumer_key"] = "dpf43f3p2l4k3l03",
        ["oauth_nonce"] = "chapoH",
        ["oauth_signature_method"] = "HMAC-SHA1",
        ["oauth_timestamp"] = "137131202",
        ["oauth_token"] = "nnch734d00sl2jdk",
    }, "kd94hf93k423kf44", "pfkkdhi9sl3r4s00").ShouldBe("MdpQcU8iPSUjWoN/UDMsK2sui9I=");

    [Fact]
    public void The_header_quotes_and_encodes_each_part()
    {
        var header = XSignature.Header("GET", new Uri("https://api.x.com/2/users/me"), "1-token", new Dictionary<string, string> { ["api_key"] = "k y", ["api_key_secret"] = "s", ["token_secret"] = "t" }, "n1", DateTimeOffset.FromUnixTimeSeconds(1318622958));

        header.ShouldStartWith("OAuth oauth_consumer_key=\"k%20y\", oauth_nonce=\"n1\", oauth_signature=\"");
        header.ShouldContain("oauth_timestamp=\"1318622958\", oauth_token=\"1-token\", oauth_version=\"1.0\"");
        header.ShouldNotContain("\"s\"");
    }
}
