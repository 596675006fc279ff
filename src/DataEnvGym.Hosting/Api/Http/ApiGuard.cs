using System.Diagnostics;
using DataEnvGym.Hosting.Api.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DataEnvGym.Hosting.Api.Http;

/// <summary>Stands before every route: asks for the role, and turns errors into problems that give nothing away.</summary>
internal sealed partial class ApiGuard(ApiAuthorization authorization, ILogger log)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="role">The role that the caller needs.</param>
    /// <param name="answer">Does the work.</param>
    public async Task<IResult> RunAsync(HttpRequest request, string role, Func<Task<IResult>> answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        try
        {
            authorization.Require(request, role);
            return await answer();
        }
        catch (ApiException error)
        {
            return ApiResults.Problem(error.ToProblem());
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ApiResults.Problem(new ApiException(ProblemType.BodyTooLarge, "The body is longer than this server reads; send a smaller one.").ToProblem());
        }
        catch (BadHttpRequestException)
        {
            return ApiResults.Problem(new ApiException(ProblemType.InvalidRequest, "The request is not valid HTTP.").ToProblem());
        }
        catch (Exception error) when (error is not OperationCanceledException || !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            var trace = Activity.Current?.TraceId.ToString() ?? request.HttpContext.TraceIdentifier;
            LogFailure(request.Method, trace, SafeText.Of(error), error.StackTrace);
            var problem = new ApiException(ProblemType.InternalError, "The request failed in the service; its log has more under the trace id. It may be sent again.").ToProblem();
            return ApiResults.Problem(problem with { TraceId = trace });
        }
    }

    // The exception itself is not logged: its message may hold what no log should.
    [LoggerMessage(Level = LogLevel.Error, Message = "A {Method} request failed (trace {Trace}): {Error}\n{Stack}")]
    private partial void LogFailure(string method, string trace, string error, string? stack);
}
