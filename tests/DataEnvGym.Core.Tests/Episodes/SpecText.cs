using System.Text;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Tests.Episodes;

/// <summary>Reads specs that are written out in tests.</summary>
internal static class SpecText
{
    public static EpisodeSpec Read(string json, params (string Path, string Value)[] overrides) =>
        SpecReader.Read(Encoding.UTF8.GetBytes(json), "test.json", [.. overrides.Select(pair => KeyValuePair.Create(pair.Path, pair.Value))]);

    public static IReadOnlyList<string> Problems(string json, params (string Path, string Value)[] overrides) =>
        Should.Throw<SpecException>(() => Read(json, overrides)).Problems;
}
