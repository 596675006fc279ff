using System.Collections;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Tests.Json;

/// <summary>
/// The serializer has two ways to write the same type, chosen by how large it was before. Only one of them leaves computed collections out by itself, so that a file
/// would have one content at one time and another at another.
/// </summary>
public sealed class ComputedPropertyTests
{
    [Fact]
    public void Types_Stored_HaveNoComputedCollectionThatIsWritten()
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>(typeof(CoreJson).GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!));
        var computed = new List<string>();
        while (open.TryDequeue(out var type))
        {
            if (!seen.Add(type) || CoreJson.Default.GetTypeInfo(type) is not { } info)
            {
                continue;
            }

            foreach (var next in info.Properties.Select(property => property.PropertyType).Append(info.ElementType).OfType<Type>())
            {
                open.Enqueue(next);
            }

            computed.AddRange(info.Properties.Where(IsComputedCollection).Select(property => $"{type.Name}.{property.Name}"));
        }

        seen.Count.ShouldBeGreaterThan(100);
        computed.ShouldBeEmpty("give them [JsonIgnore]");
    }

    private static bool IsComputedCollection(JsonPropertyInfo property) =>
        property is { Get: not null, Set: null, AssociatedParameter: null }
        && property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable));
}
