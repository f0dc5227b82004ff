using System.Text.Json.Nodes;
using Recruit.Sandbox.Timeline;

namespace Recruit.Sandbox.Mastodon;

/// <summary>The part of a Mastodon server's API that a broadcaster uses. https://docs.joinmastodon.org/methods/statuses, read 2026-07.</summary>
public static class MastodonEndpoints
{
    public static void MapMastodon(this IEndpointRouteBuilder routes, World world)
    {
        var lifetime = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        var api = routes.MapGroup("/api").AddEndpointFilter(new NetworkFilter(new MastodonNetwork(world), world, lifetime));
        api.MapPost("/v1/statuses", MastodonStatuses.CreateAsync).WithMetadata(new Call(CallKind.Create, "statuses"));
        api.MapDelete("/v1/statuses/{id}", MastodonStatuses.Remove).WithMetadata(new Call(CallKind.Remove, "statuses", 30));
        api.MapGet("/v1/statuses/{id}", MastodonStatuses.One).WithMetadata(new Call(CallKind.Read, "statuses"));
        api.MapGet("/v1/accounts/verify_credentials", Me).WithMetadata(new Call(CallKind.Read, "accounts"));
        api.MapGet("/v1/accounts/{account}/statuses", MastodonStatuses.OfAccount).WithMetadata(new Call(CallKind.Read, "statuses"));
        api.MapGet("/v1/apps/verify_credentials", ThisApp).WithMetadata(new Call(CallKind.Read, "apps"));
        api.MapPost("/v2/media", MastodonUploads.TakeAsync).WithMetadata(new Call(CallKind.Upload, "media", 30));
        api.MapGet("/v2/instance", Instance).WithMetadata(new Call(CallKind.Read, "instance"));
    }

    private static IResult Me(HttpContext context, World world)
    {
        var account = world.Accounts.FirstUse(Networks.Mastodon, context.Account());
        return Answers.Of(200, new JsonObject
        {
            ["id"] = account.Id, ["username"] = account.Handle, ["acct"] = account.Handle, ["display_name"] = account.Name, ["bot"] = true,
            ["url"] = new Uri(context.Address(), $"mastodon/{account.Id}").AbsoluteUri, ["followers_count"] = account.Followers,
        });
    }

    private static IResult ThisApp(HttpContext context, World world)
        => Answers.Of(200, new { name = "Recruit", scopes = world.OAuth.Of(Networks.Mastodon, context.BearerToken())?.Scopes ?? MastodonNetwork.Scopes });

    private static IResult Instance(HttpContext context) => Answers.Of(200, new
    {
        domain = context.Request.Host.Host,
        title = "Practice Mastodon",
        version = "4.4.0",
        configuration = new { statuses = new { max_characters = MastodonLength.Most, max_media_attachments = 4, characters_reserved_per_url = MastodonLength.PerLink } },
    });
}
