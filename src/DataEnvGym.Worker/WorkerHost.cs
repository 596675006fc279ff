using DataEnvGym.Core.Students;
using DataEnvGym.Jobs.Running;
using DataEnvGym.Students;
using DataEnvGym.Worker.Health;
using DataEnvGym.Worker.Logging;
using DataEnvGym.Worker.Settings;
using DataEnvGym.Worker.Work;
using OpenTelemetry;
using OpenTelemetry.Resources;

namespace DataEnvGym.Worker;

/// <summary>Puts a worker together.</summary>
internal static class WorkerHost
{
    private const string ServiceName = "dataenvgym-worker";

    /// <summary>A worker as the settings want it, with a health endpoint or without.</summary>
    public static IHost Build(WorkerSettings settings)
    {
        if (settings.HealthPort == 0)
        {
            var plain = Host.CreateEmptyApplicationBuilder(null);
            Add(plain, settings);
            return plain.Build();
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(server => server.ListenAnyIP(settings.HealthPort));
        Add(builder, settings);
        var app = builder.Build();
        app.MapHealth();
        return app;
    }

    private static void Add(IHostApplicationBuilder builder, WorkerSettings settings)
    {
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        builder.Services
            .Configure<HostOptions>(host => host.ShutdownTimeout = settings.StopWithin)
            .AddSingleton(settings)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(WorkPlace.Of(settings))
            .AddSingleton<IStudentLab>(services => new EmbeddedStudentLab(services.GetRequiredService<TimeProvider>(), settings.Device))
            .AddSingleton<IJobObserver, LogObserver>()
            .AddSingleton(services => new JobRunner(Ports(services), settings.Runner, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<IJobObserver>()))
            .AddSingleton<Readiness>()
            .AddSingleton<WorkerService>()
            .AddHostedService(services => services.GetRequiredService<WorkerService>());
        if (settings.StopWhenInputEnds)
        {
            builder.Services.AddHostedService<InputWatch>();
        }

        AddTelemetry(builder.Services);
    }

    private static JobPorts Ports(IServiceProvider services)
    {
        var place = services.GetRequiredService<WorkPlace>();
        return new(place.Documents, place.Artifacts, services.GetRequiredService<IStudentLab>(), place.Results);
    }

    // The exporter reads the rest of the OTEL_… variables itself.
    private static void AddTelemetry(IServiceCollection services)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")))
        {
            services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService(ServiceName))
                .WithTracing(tracing => tracing.AddSource(JobTelemetry.Name))
                .WithMetrics(metrics => metrics.AddMeter(JobTelemetry.Name))
                .UseOtlpExporter();
        }
    }
}
