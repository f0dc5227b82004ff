using Microsoft.EntityFrameworkCore;
using Recruit.Staff;

namespace Recruit.Api;

/// <summary>The boundary of the API: whatever goes wrong below leaves as a problem, never as a page.</summary>
public sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (await ProblemAsync(context) is { } problem && !context.Response.HasStarted)
            await problem.ExecuteAsync(context);
    }

    private async Task<IResult?> ProblemAsync(HttpContext context)
    {
        try
        {
            await next(context);
            var response = context.Response;
            return response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null or "" } ? ApiProblems.OfStatus(response.StatusCode) : null;
        }
        catch (UnreadableException unreadable)
        {
            return ApiProblems.Of(StatusCodes.Status400BadRequest, "Unreadable", unreadable.Message);
        }
        catch (NotAllowedException refusal)
        {
            return ApiProblems.NotAllowed(refusal.Message);
        }
        catch (BadHttpRequestException bad)
        {
            return ApiProblems.OfStatus(bad.StatusCode);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ApiProblems.Conflict("Somebody else changed this at the same moment. Read it again and repeat your change.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // The boundary: a fault becomes an answer, and the log holds it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.Failed(log, fault, context.Request.Method, context.Request.Path);
            return ApiProblems.OfStatus(StatusCodes.Status500InternalServerError);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The API failed at {Method} {Path}")]
        public static partial void Failed(ILogger logger, Exception fault, string method, PathString path);
    }
}
