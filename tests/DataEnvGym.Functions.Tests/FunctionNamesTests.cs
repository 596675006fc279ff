using System.Reflection;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Functions.Engine;
using Microsoft.Azure.Functions.Worker;

namespace DataEnvGym.Functions.Tests;

/// <summary>The host finds workflows and activities by the names of functions.</summary>
public sealed class FunctionNamesTests
{
    private readonly ActivityCatalogue catalogue = new();

    public FunctionNamesTests() => Register(new EpisodeServices(null!, null!, null!, null!, null!, null!, null!, null!, null!));

    private void Register(EpisodeServices services)
    {
        catalogue.AddEpisodes(services);
        catalogue.AddCurricula(services, null!);
    }


    [Fact]
    public void Workflows_OfEpisodes_AreOrchestrationsOfTheSameName() =>
        NamesOf<OrchestrationTriggerAttribute>().Order().ShouldBe(catalogue.Workflows.Order());

    [Fact]
    public void Activities_OfEpisodes_AreActivityFunctionsOfTheSameName() =>
        NamesOf<ActivityTriggerAttribute>().Order().ShouldBe(catalogue.Activities.Order());

    private static IEnumerable<string> NamesOf<TTrigger>()
        where TTrigger : Attribute => typeof(Orchestrations).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TTrigger>() is not null))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);
}
