using System.Text.Json.Nodes;

namespace Recruit.Sandbox.LinkedIn;

/// <summary>Organic numbers only. https://learn.microsoft.com/linkedin/marketing/community-management/organizations/share-statistics, read 2026-10.</summary>
public static class LinkedInStatistics
{
    private const int TopOfFacet = 100;

    public static IResult Shares(HttpContext context, World world)
    {
        if (WrongEntity(context) is { } wrong)
            return wrong;
        var shares = RestliList.Read(context.Request, "shares", out var sharesWrong);
        var ugcPosts = RestliList.Read(context.Request, "ugcPosts", out var ugcWrong);
        if (sharesWrong || ugcWrong)
            return LinkedInErrors.Plain(400, "INVALID_QUERY_PARAMETER", "Invalid query parameters passed to request: List(...) with percent-encoded values is expected");
        if (shares?.FirstOrDefault(urn => !urn.StartsWith("urn:li:share:", StringComparison.Ordinal)) is { } stranger)
            return LinkedInErrors.Input("INVALID_URN_TYPE", "shares", $"{stranger} is not a share");

        var account = world.Accounts.FirstUse(Networks.LinkedIn, context.Account());
        var own = world.Posts.NewestFirst(Networks.LinkedIn, account.Id).Where(post => post.IsLive).ToList();
        var numbers = own.ToDictionary(post => post.Id, post => ShareNumbers.Of(post, account, world.Now));
        var elements = shares is null && ugcPosts is null
            ? [Element(account, null, numbers.Values.Aggregate(ShareNumbers.None, (sum, next) => sum.Plus(next)))]
            : (shares ?? []).Distinct().Where(urn => numbers.TryGetValue(urn, out var found) && found.Impressions > 0).Select(urn => Element(account, urn, numbers[urn])).ToArray();
        return Answers.Of(200, new JsonObject
        {
            ["paging"] = new JsonObject { ["start"] = 0, ["count"] = elements.Length, ["links"] = new JsonArray() },
            ["elements"] = new JsonArray([.. elements]),
        });
    }

    /// <summary>Counts for each facet, no combination of facets and no total.</summary>
    public static IResult Followers(HttpContext context, World world)
    {
        if (WrongEntity(context) is { } wrong)
            return wrong;
        var account = world.Accounts.FirstUse(Networks.LinkedIn, context.Account());
        return Answers.Of(200, new JsonObject
        {
            ["elements"] = new JsonArray(new JsonObject
            {
                ["organizationalEntity"] = $"urn:li:organization:{account.Id}",
                ["followerCountsByFunction"] = Facet("function", Taxonomy.Functions.Names.Keys.Select(id => (Taxonomy.Functions.Urn(id), Audience.FunctionShare(id)))),
                ["followerCountsBySeniority"] = Facet("seniority", Taxonomy.Seniorities.Names.Keys.Select(id => (Taxonomy.Seniorities.Urn(id), Audience.SeniorityShare(id)))),
                ["followerCountsByIndustry"] = Facet("industry", Taxonomy.Industries.Names.Keys.Select(id => (Taxonomy.Industries.Urn(id), Audience.IndustryShare(id)))),
                ["followerCountsByGeoCountry"] = Facet("geo", Places.All.Where(place => place.Within is null).Select(place => (place.Urn, place.Share))),
                ["followerCountsByGeo"] = Facet("geo", Places.All.Where(place => place.Within is not null).Select(place => (place.Urn, place.Share))),
                ["followerCountsByStaffCountRange"] = Facet("staffCountRange", Audience.ByStaffCount.Select(size => (size.Key, size.Value))),
                ["followerCountsByAssociationType"] = Facet("associationType", [("EMPLOYEE", 0.08)]),
            }),
        });

        JsonArray Facet(string name, IEnumerable<(string Value, double Share)> shares) => new([.. shares.OrderByDescending(share => share.Share).Take(TopOfFacet).Select(share => new JsonObject
        {
            [name] = share.Value,
            ["followerCounts"] = new JsonObject { ["organicFollowerCount"] = (int)(account.Followers * share.Share), ["paidFollowerCount"] = 0 },
        })]);
    }

    public static IResult NetworkSize(string urn, HttpContext context, World world)
    {
        if (urn != $"urn:li:organization:{context.Account()}")
            return LinkedInErrors.NotFound(urn);
        return context.Request.Query["edgeType"] == "COMPANY_FOLLOWED_BY_MEMBER"
            ? Answers.Of(200, new { firstDegreeSize = world.Accounts.FirstUse(Networks.LinkedIn, context.Account()).Followers })
            : LinkedInErrors.Invalid("edgeType", "COMPANY_FOLLOWED_BY_MEMBER is expected");
    }

    private static IResult? WrongEntity(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["q"] != "organizationalEntity")
            return LinkedInErrors.Invalid("q", "the finder is organizationalEntity");
        return query["organizationalEntity"] == $"urn:li:organization:{context.Account()}"
            ? null
            : LinkedInErrors.Denied("Not enough permissions to read the statistics of this organization");
    }

    private static JsonObject Element(SandboxAccount account, string? urn, ShareNumbers numbers)
    {
        var element = new JsonObject { ["organizationalEntity"] = $"urn:li:organization:{account.Id}" };
        if (urn is not null)
            element["share"] = urn;
        element["totalShareStatistics"] = numbers.View();
        return element;
    }
}
