using Microsoft.Extensions.Configuration;
using Recruit.Shell;

namespace Recruit.Tests.Shell;

public sealed class SettingsCheckTests
{
    [Fact]
    public void All_mistakes_are_found_at_once_and_each_names_its_key()
    {
        var mistakes = Check(
            ("Database:Provider", "Mongo"), ("Database:Conection", "x"), ("SignIn:LinkHours", "abc"), ("SignIn:SessionHours", "0"), ("Site:BaseUrl", "ftp://x"),
            ("DataProtection:CertificatePath", "/nowhere.pfx"));

        mistakes.Order(StringComparer.Ordinal).ShouldBe(
        [
            "DataProtection:CertificatePath is no PKCS #12 file with a private key that DataProtection:CertificatePassword opens.",
            "Database:Conection is no setting. Known here: Provider, ConnectionString.",
            "Database:Provider is \"Mongo\", but must be one of Sqlite, Postgres.",
            "SignIn:LinkHours is \"abc\", but must be a whole number.",
            "SignIn:SessionHours must be between 1 and 168.",
            "Site:BaseUrl must be an address that begins with https:// or http://.",
        ]);
    }

    [Fact]
    public void Postgres_needs_to_be_told_where_it_is()
        => Check(("Database:Provider", "Postgres")).ShouldHaveSingleItem().ShouldStartWith("Database:ConnectionString is needed with Postgres");

    [Fact]
    public void Several_nodes_need_a_database_that_they_can_share()
        => Check(("Scheduling:Clustered", "true")).ShouldHaveSingleItem().ShouldBe("Scheduling:Clustered is true, which needs Database:Provider Postgres: an embedded database serves one node.");

    [Theory]
    [InlineData("Databse:Provider", "Databse is no section. Did you mean Database?")]
    [InlineData("DELIVERY:LateAfter", "DELIVERY is no section. Did you mean Deliveries?")]
    [InlineData("Chanel:X:BaseUrl", "Chanel is no section. Did you mean Channels?")]
    [InlineData("Sites:BaseUrl", "Sites is no section. Did you mean Site?")]
    public void A_misspelled_section_is_named_with_what_was_meant(string key, string sentence) => Check((key, "x")).ShouldBe([sentence]);

    [Theory]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Kestrel:Limits:MaxConcurrentConnections")]
    [InlineData("npm:config:cache")]
    [InlineData("Databse")]
    public void What_is_not_ours_is_left_alone(string key) => Check((key, "x")).ShouldBeEmpty();

    [Fact]
    public void No_settings_at_all_are_right() => Check().ShouldBeEmpty();

    [Theory]
    [InlineData("database:provider", "postgres")]
    [InlineData("Practice:Enabled", "")]
    [InlineData("Practice:Enabled", "TRUE")]
    public void Case_does_not_matter_and_empty_means_the_default(string key, string value)
        => Check((key, value), ("Database:ConnectionString", "Host=x")).ShouldBeEmpty();

    private static List<string> Check(params (string Key, string Value)[] settings)
        => [.. SettingsCheck.Mistakes(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build())];
}
