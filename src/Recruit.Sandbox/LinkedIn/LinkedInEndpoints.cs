namespace Recruit.Sandbox.LinkedIn;

public static class LinkedInEndpoints
{
    public static void MapLinkedIn(this IEndpointRouteBuilder routes, World world)
    {
        var lifetime = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        var linkedIn = routes.MapGroup("").AddEndpointFilter(new NetworkFilter(new LinkedInNetwork(world), world, lifetime));

        var posts = linkedIn.MapGroup("/rest/posts");
        posts.MapPost("", LinkedInCreate.CreateAsync).WithMetadata(new Call(CallKind.Create, "posts CREATE"));
        posts.MapGet("", LinkedInReads.ByAuthor).WithMetadata(new Call(CallKind.Read, "posts FINDER"));
        posts.MapGet("/{urn}", LinkedInReads.One).WithMetadata(new Call(CallKind.Read, "posts GET"));
        posts.MapPost("/{urn}", LinkedInChanges.PatchAsync).WithMetadata(new Call(CallKind.Edit, "posts PARTIAL_UPDATE"));
        posts.MapDelete("/{urn}", LinkedInChanges.Remove).WithMetadata(new Call(CallKind.Remove, "posts DELETE"));

        var rest = linkedIn.MapGroup("/rest");
        rest.MapGet("/organizationalEntityShareStatistics", LinkedInStatistics.Shares).WithMetadata(new Call(CallKind.Read, "share statistics"));
        rest.MapGet("/organizationalEntityFollowerStatistics", LinkedInStatistics.Followers).WithMetadata(new Call(CallKind.Read, "follower statistics"));
        rest.MapGet("/networkSizes/{urn}", LinkedInStatistics.NetworkSize).WithMetadata(new Call(CallKind.Read, "network sizes"));
        rest.MapGet("/organizationAcls", LinkedInOAuth.Roles).WithMetadata(new Call(CallKind.Read, LinkedInOAuth.RolesResource));
        rest.MapGet("/organizations/{id}", LinkedInOAuth.Organization).WithMetadata(new Call(CallKind.Read, LinkedInOAuth.RolesResource));
        rest.MapPost("/images", LinkedInImages.InitializeAsync).WithMetadata(new Call(CallKind.Upload, "images"));
        rest.MapGet("/images/{urn}", LinkedInImages.One).WithMetadata(new Call(CallKind.Read, "images GET"));
        linkedIn.MapPut(LinkedInImages.UploadPath + "{id}", LinkedInImages.UploadAsync).WithMetadata(new Call(CallKind.Upload, "image upload"));

        var standard = linkedIn.MapGroup("/v2");
        standard.MapGet("/functions", (HttpContext _, World _) => Taxonomy.Functions.All()).WithMetadata(new Call(CallKind.Read, "functions"));
        standard.MapGet("/functions/{id}", (string id) => Taxonomy.Functions.One(id)).WithMetadata(new Call(CallKind.Read, "functions"));
        standard.MapGet("/seniorities", (HttpContext _, World _) => Taxonomy.Seniorities.All()).WithMetadata(new Call(CallKind.Read, "seniorities"));
        standard.MapGet("/seniorities/{id}", (string id) => Taxonomy.Seniorities.One(id)).WithMetadata(new Call(CallKind.Read, "seniorities"));
        standard.MapGet("/industries", (HttpContext _, World _) => Taxonomy.Industries.All()).WithMetadata(new Call(CallKind.Read, "industries"));
        standard.MapGet("/industries/{id}", (string id) => Taxonomy.Industries.One(id)).WithMetadata(new Call(CallKind.Read, "industries"));
        standard.MapGet("/geoTypeahead", PlaceSearch.Find).WithMetadata(new Call(CallKind.Read, "geoTypeahead"));
    }
}
