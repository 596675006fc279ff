using DataEnvGym.Worker.Logging;

namespace DataEnvGym.Worker.Health;

/// <summary>What a platform asks a worker: whether it lives, and whether it could work. The answer is a word; reasons are in the log.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", context => context.Response.WriteAsync("ok"));
        app.MapGet("/readyz", async context =>
        {
            var problem = await context.RequestServices.GetRequiredService<Readiness>().FindProblemAsync(context.RequestAborted);
            if (problem is not null)
            {
                app.Logger.NotReady(problem);
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }

            await context.Response.WriteAsync(problem is null ? "ready" : "not ready");
        });
    }
}
