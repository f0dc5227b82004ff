using System.Text.Json.Nodes;

namespace Recruit.Sandbox.Facebook;

public static class FacebookReads
{
    private static readonly string[] PageFields = ["id", "name", "username", "followers_count", "fan_count", "link", "category"];

    public static IResult One(string id, HttpContext context, World world)
    {
        if (GraphField.Parse(FacebookParams.Of(context)["fields"] ?? "") is not { } fields)
            return FacebookErrors.Parameter("Syntax error in fields");
        if (context.IsOwnPage(id))
            return Page(fields, context, world);
        if (FacebookChanges.Own(id, context, world) is not { } post)
            return FacebookErrors.NoSuchObject("get", id);
        return FacebookView.FirstUnknown(fields) is { } unknown
            ? FacebookErrors.Parameter($"Tried accessing nonexisting field ({unknown})")
            : Answers.Of(200, FacebookView.Of(post, fields, world, context.Address()));
    }

    private static IResult Page(IReadOnlyList<GraphField> fields, HttpContext context, World world)
    {
        if (fields.FirstOrDefault(field => !PageFields.Contains(field.Name)) is { } unknown)
            return FacebookErrors.Parameter($"Tried accessing nonexisting field ({unknown.Name})");

        var page = world.Accounts.FirstUse(Networks.Facebook, context.Account());
        var answer = new JsonObject();
        foreach (var name in fields.Count == 0 ? ["name"] : fields.Select(field => field.Name))
        {
            answer[name] = name switch
            {
                "name" => page.Name,
                "username" => page.Handle,
                "followers_count" => page.Followers,
                "fan_count" => page.Followers * 9 / 10,
                "link" => new Uri(context.Address(), $"facebook/{page.Id}").AbsoluteUri,
                "category" => "Hospital",
                _ => page.Id,
            };
        }

        answer.TryAdd("id", page.Id);
        return Answers.Of(200, answer);
    }
}
