namespace DataEnvGym.Infrastructure.Tests;

/// <summary>The built-in roles that <c>roles.bicep</c> lists: id by name.</summary>
internal static class RoleList
{
    public static IReadOnlyDictionary<string, string> ByName =>
        BicepCompiler.Template("modules/roles.bicep").At("variables/roles")!.AsObject().ToDictionary(p => p.Key, p => (string)p.Value!);
}
