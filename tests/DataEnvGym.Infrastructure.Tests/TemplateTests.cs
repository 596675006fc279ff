using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DataEnvGym.Infrastructure.Tests;

public sealed partial class TemplateTests
{
    static JsonObject Main
    {
        get
        {
            BicepCompiler.Require();
            return BicepCompiler.Template("main.bicep");
        }
    }

    static IEnumerable<JsonObject> AllTemplates => WithNested(Main);

    [SkippableFact]
    public void Template_Anywhere_AsksForNoKey() => Json.Strings(Main).Where(s => KeyFunction().IsMatch(s)).ShouldBeEmpty();

    [SkippableFact]
    public void Template_Outputs_HoldNoSecret()
    {
        foreach (var (name, output) in AllTemplates.SelectMany(t => t["outputs"]?.AsObject() ?? []))
        {
            output.At<string>("type").ShouldNotStartWith("secure", Case.Insensitive, name);
            SecretWord().IsMatch(name).ShouldBeFalse(name);
            Json.Strings(output!["value"]).ShouldAllBe(s => !SecretWord().IsMatch(s), name);
        }
    }

    [SkippableFact]
    public void Template_Parameters_AreDescribed()
    {
        foreach (var (name, parameter) in AllTemplates.SelectMany(t => t["parameters"]?.AsObject() ?? []))
        {
            parameter.At<string>("metadata/description").ShouldNotBeNullOrWhiteSpace(name);
        }
    }

    [SkippableFact]
    public void Template_IdsOfRoles_AreInTheListOnly()
    {
        var listed = RoleList.ByName.Values.ToList();
        listed.ShouldBeUnique();
        Json.Strings(Main).SelectMany(s => Id().Matches(s).Select(m => m.Value)).Except(listed).ShouldBeEmpty();

        var sources = Directory.GetFiles(Repository.BicepFolder, "*.bicep", SearchOption.AllDirectories).Where(f => Id().IsMatch(File.ReadAllText(f)));
        sources.Select(Path.GetFileName).ShouldBe(["roles.bicep"]);
    }

    [SkippableFact]
    public void Template_Nested_IsFound() => AllTemplates.Count().ShouldBeGreaterThan(10);

    static IEnumerable<JsonObject> WithNested(JsonObject template)
    {
        yield return template;
        // An object where resources have symbolic names, else an array.
        var resources = template["resources"] is JsonObject named ? named.Select(r => r.Value) : template["resources"]?.AsArray() ?? [];
        foreach (var resource in resources)
        {
            if (resource.At("properties/template") is JsonObject nested)
            {
                foreach (var inner in WithNested(nested))
                {
                    yield return inner;
                }
            }
        }
    }

    [GeneratedRegex(@"\blist\w*\(", RegexOptions.IgnoreCase)]
    private static partial Regex KeyFunction();

    [GeneratedRegex("(password|secret|accesskey|sharedkey|accountkey|connectionstring|instrumentationkey)", RegexOptions.IgnoreCase)]
    private static partial Regex SecretWord();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}
