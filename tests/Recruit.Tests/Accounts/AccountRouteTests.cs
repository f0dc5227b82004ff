using Recruit.Accounts;
using Recruit.Tests.Support;

namespace Recruit.Tests.Accounts;

public class AccountRouteTests
{
    private static readonly Guid Lakeside = Guid.NewGuid();
    private static readonly Guid Hillside = Guid.NewGuid();

    private readonly Account _general = Routed("@jobs", AccountRoute.Everything);
    private readonly Account _lakeside = Routed("@lakeside", new AccountRoute([Lakeside], []));
    private readonly Account _icu = Routed("@lakeside-icu", new AccountRoute([Lakeside], ["ICU", "Critical care"]));

    [Fact]
    public void The_account_that_is_meant_most_exactly_is_proposed()
    {
        Chosen(Lakeside, "", "critical care").ShouldBe(["@lakeside-icu"]);
        Chosen(Lakeside, "icu ", "").ShouldBe(["@lakeside-icu"]);
        Chosen(Lakeside, "Pharmacy", "").ShouldBe(["@lakeside"]);
        Chosen(Hillside, "ICU", "").ShouldBe(["@jobs"]);
    }

    [Fact]
    public void Each_network_has_its_own_and_equals_are_all_proposed()
    {
        var page = A.Account("facebook");
        var second = Routed("@more-jobs", AccountRoute.Everything);

        AccountRoute.Choose([_general, second, page], Hillside, "").ShouldBe([_general, second, page]);
    }

    [Fact]
    public void A_network_whose_accounts_are_all_for_others_gets_none()
        => AccountRoute.Choose([_lakeside], Hillside, "").ShouldBeEmpty();

    [Fact]
    public void It_is_said_in_a_few_words()
        => new AccountRoute([Lakeside], ["ICU"]).Words(new Dictionary<Guid, string> { [Lakeside] = "Lakeside" }).ShouldBe("ICU at Lakeside");

    private IEnumerable<string> Chosen(Guid facilityId, string department, string specialty)
        => AccountRoute.Choose([_general, _lakeside, _icu], facilityId, department, specialty).Select(account => account.Handle);

    private static Account Routed(string handle, AccountRoute route)
    {
        var account = A.Account(handle: handle);
        account.Route = route;
        return account;
    }
}
