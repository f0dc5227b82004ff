using System.Security.Claims;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;

namespace Recruit.Audit;

public static class AuditModule
{
    public static void AddAudit(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SealAudit>();
        builder.Services.AddSingleton<VerifyAudit>();
        builder.Services.AddSingleton<ExportAudit>();
    }

    public static void MapAudit(this IEndpointRouteBuilder routes) => routes.MapGet(Urls.AuditExport, ExportAsync).RequireAuthorization();

    private static async Task<IResult> ExportAsync(string? format, ClaimsPrincipal user, IDbContextFactory<RecruitDb> contexts, ExportAudit export, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            await db.DemandAsync(user.StaffId(), Permission.ReadAudit, ct: ct);
        }
        catch (NotAllowedException refusal)
        {
            return Results.Text(refusal.Message, statusCode: StatusCodes.Status403Forbidden);
        }

        var scope = await db.ScopeOfAsync(user.StaffId(), ct);
        var asJson = format == "json";
        return Results.Stream(async stream =>
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false));
            await export.RunAsync(scope, asJson, writer, ct);
        }, asJson ? "application/json" : "text/csv", asJson ? "audit.json" : "audit.csv");
    }
}
