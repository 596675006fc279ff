namespace DataEnvGym.Infrastructure.Tests;

public sealed class AzdTests
{
    [Theory]
    [InlineData("", "dev.bicepparam", "Dockerfile.worker")]
    [InlineData("production", "prod.bicepparam", "Dockerfile.worker-cuda")]
    public void AzureYaml_Paths_LeadWhereTheyShould(string folder, string parameters, string dockerfile)
    {
        var yaml = Yaml.Read(folder, "azure.yaml");
        var here = Path.Combine(Repository.InfraFolder, folder);

        yaml.Text("infra/provider").ShouldBe("bicep");
        Resolve(here, yaml.Text("infra/path"), yaml.Text("infra/module") + ".bicepparam")
            .ShouldBe(Path.Combine(Repository.BicepFolder, "parameters", parameters));

        var functions = Resolve(here, yaml.Text("services/functions/project"));
        File.Exists(Path.Combine(functions, "DataEnvGym.Functions.csproj")).ShouldBeTrue();
        var worker = Resolve(here, yaml.Text("services/worker/project"));
        File.Exists(Path.Combine(worker, "DataEnvGym.Worker.csproj")).ShouldBeTrue();

        // azd takes the paths of docker from the service's folder.
        Resolve(worker, yaml.Text("services/worker/docker/context")).ShouldBe(Repository.Root);
        var file = Resolve(worker, yaml.Text("services/worker/docker/path"));
        file.ShouldBe(Path.Combine(Repository.InfraFolder, "docker", dockerfile));
        File.Exists(file).ShouldBeTrue();
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("production")]
    public void AzureYaml_Services_AreTheTaggedResources(string folder)
    {
        var yaml = Yaml.Read(folder, "azure.yaml");
        yaml.Text("services/functions/host").ShouldBe("function");
        yaml.Text("services/worker/host").ShouldBe("containerapp");

        var tagged = Deployment.Everything.Resources.Select(r => r.At("tags/azd-service-name")).OfType<System.Text.Json.Nodes.JsonValue>();
        tagged.Select(t => t.GetValue<string>()).ShouldBe(yaml.Keys("services"), ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("production")]
    public void AzureYaml_Up_ProvisionsBeforeItPackages(string folder)
    {
        var steps = (YamlDotNet.RepresentationModel.YamlSequenceNode)Yaml.Read(folder, "azure.yaml").At("workflows/up/steps");
        steps.Select(s => s.Text("azd")).ShouldBe(["provision", "deploy --all"]);
    }

    static string Resolve(params string[] parts) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(parts)));
}
