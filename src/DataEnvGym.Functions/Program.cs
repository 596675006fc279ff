using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Functions.Engine;
using DataEnvGym.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddSingleton(services => new ActivityRunner(
    (run, registry) =>
    {
        var stores = services.GetRequiredService<IArtifactStores>();
        registry.AddEpisodes(EpisodeComposition.Services(stores.Open(run), stores, services.GetRequiredService<IJobDispatcher>()));
    },
    services.GetRequiredService<ILogger<ActivityRunner>>()));

await builder.Build().RunAsync();
