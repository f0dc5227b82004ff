using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Recruit.Sandbox;

public static class TroubleEndpoints
{
    private const string Explanation =
        "Send {network: x|linkedin|facebook|mastodon|bluesky, account?, kind: accept-then-close|accept-then-hang|rate-limit|error-before|error-after|hang|slow|unauthorized|duplicate|credits|refuse, code?, " +
        "on?: create|edit|remove|read|upload|renew|all, times?, seconds?, milliseconds?}. Credits exist on x only, and mastodon knows no duplicates; refuse needs a code that the network knows.";

    public static void MapTroubles(this IEndpointRouteBuilder control)
    {
        control.MapGet("/troubles", (World world) => Results.Json(world.Troubles.Ordered.Select(Told), Answers.Whole));
        control.MapPost("/troubles", Order);
        control.MapDelete("/troubles", (World world) =>
        {
            world.Troubles.Clear();
            return Results.NoContent();
        });
        control.MapPost("/troubles/clear", (HttpContext context, World world) =>
        {
            world.Troubles.Clear();
            return Back(context);
        });
    }

    private static async Task<IResult> Order(HttpContext context, World world)
    {
        // By hand people send JSON under curl's default form type, so the first character decides, not the header.
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        var isForm = !text.TrimStart().StartsWith('{');
        var wish = isForm ? FromForm(text) : JsonBody.Parse(text);
        if (wish is null || Read(wish) is not { } trouble)
            return Results.Text(Explanation, statusCode: 400);

        world.Troubles.Order(trouble);
        return isForm ? Back(context) : Results.Json(Told(trouble), Answers.Whole, statusCode: 201);
    }

    private static Trouble? Read(JsonObject wish)
    {
        var network = wish["network"].Text();
        var on = wish["on"].Text() ?? "create";
        if (network is null || !Networks.All.Contains(network) || Named<TroubleKind>(wish["kind"].Text()) is not { } kind)
            return null;
        if (on != "all" && Named<CallKind>(on) is null)
            return null;
        if (kind is TroubleKind.Credits && network != Networks.X)
            return null;
        if (kind is TroubleKind.Duplicate && network == Networks.Mastodon)
            return null;
        if (kind is TroubleKind.Refuse && !Refusals.Of(network).ContainsKey(wish["code"]?.ToString() ?? ""))
            return null;
        if (!Counts(wish, "times", 1) || !Counts(wish, "seconds", 0) || !Counts(wish, "milliseconds", 0))
            return null;

        return new Trouble
        {
            Network = network,
            Account = wish["account"]?.ToString() is { Length: > 0 } account ? account : null,
            Kind = kind,
            On = on == "all" ? null : Named<CallKind>(on),
            Code = kind is TroubleKind.Refuse ? wish["code"]!.ToString() : null,
            Times = Number(wish["times"]),
            Seconds = Number(wish["seconds"]),
            Milliseconds = Number(wish["milliseconds"]),
        };
    }

    private static object Told(Trouble trouble) => new
    {
        trouble.Network,
        trouble.Account,
        trouble.Kind,
        trouble.Code,
        On = trouble.On is { } on ? JsonNamingPolicy.KebabCaseLower.ConvertName(on.ToString()) : "all",
        trouble.Times,
        trouble.Seconds,
        trouble.Milliseconds,
    };

    private static JsonObject FromForm(string text)
    {
        var wish = new JsonObject();
        foreach (var (name, values) in QueryHelpers.ParseQuery(text))
        {
            if (values.ToString() is not { Length: > 0 } value) continue;
            wish[name] = name is "times" or "seconds" or "milliseconds" && int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : value;
        }

        return wish;
    }

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()) == name).Select(value => (T?)value).FirstOrDefault();

    private static bool Counts(JsonObject wish, string name, int least) => wish[name] is null || Number(wish[name]) >= least;

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>Back to the practice page that the form stands on, and to nowhere else.</summary>
    internal static IResult Back(HttpContext context) =>
        Uri.TryCreate(context.Request.Headers.Referer.ToString(), UriKind.Absolute, out var referer) && referer.Authority == context.Request.Host.ToString()
            ? Results.Redirect(referer.AbsolutePath)
            : Results.Redirect("/");
}
