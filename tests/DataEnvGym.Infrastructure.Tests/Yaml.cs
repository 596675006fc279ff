using YamlDotNet.RepresentationModel;

namespace DataEnvGym.Infrastructure.Tests;

/// <summary>Ways through YAML.</summary>
internal static class Yaml
{
    public static YamlMappingNode Read(params string[] path)
    {
        using var reader = File.OpenText(Path.Combine([Repository.InfraFolder, .. path]));
        var stream = new YamlStream();
        stream.Load(reader);
        return stream.Documents.ShouldHaveSingleItem().RootNode.ShouldBeOfType<YamlMappingNode>();
    }

    /// <summary>The node at a path of keys.</summary>
    public static YamlNode At(this YamlNode node, string path) => path.Split('/').Aggregate(node, (n, key) =>
        ((YamlMappingNode)n).Children.TryGetValue(new YamlScalarNode(key), out var child)
            ? child
            : throw new ShouldAssertException($"There is no '{key}' of '{path}'."));

    public static string Text(this YamlNode node, string path) => ((YamlScalarNode)node.At(path)).Value!;

    public static IEnumerable<string> Keys(this YamlNode node, string path) =>
        ((YamlMappingNode)node.At(path)).Children.Keys.Select(k => ((YamlScalarNode)k).Value!);

    public static IEnumerable<string> Items(this YamlNode node, string path) =>
        ((YamlSequenceNode)node.At(path)).Children.Select(k => ((YamlScalarNode)k).Value!);
}
