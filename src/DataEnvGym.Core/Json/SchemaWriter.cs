using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace DataEnvGym.Core.Json;

/// <summary>Writes the JSON Schema (draft 2020-12) of a type from its properties and their validation attributes.</summary>
public static class SchemaWriter
{
    private const string TimePattern = @"^(\d{1,3}\.)?([01]?\d|2[0-3]):[0-5]\d:[0-5]\d$";

    /// <summary>The schema of a type. Unknown fields are refused; every field is optional.</summary>
    /// <param name="type">The type.</param>
    /// <param name="describe">The description of a property, if there is one.</param>
    public static JsonObject Write(JsonTypeInfo type, Func<MemberInfo, string?> describe)
    {
        ArgumentNullException.ThrowIfNull(type);
        var options = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Transform(context, node, describe),
        };
        var schema = type.GetJsonSchemaAsNode(options).AsObject();
        Inline(schema, schema);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    // A type that occurs a second time is written as a pointer to the first; small schemas are easier to check, and to read, without pointers.
    private static void Inline(JsonObject root, JsonObject schema)
    {
        if (schema["$ref"]?.GetValue<string>() is { } pointer)
        {
            schema.Remove("$ref");
            foreach (var (keyword, value) in Resolve(root, pointer))
            {
                schema.TryAdd(keyword, value?.DeepClone());
            }
        }

        foreach (var child in schema.Select(pair => pair.Value).OfType<JsonObject>().ToList())
        {
            Inline(root, child);
        }
    }

    private static JsonObject Resolve(JsonObject root, string pointer) =>
        pointer.Split('/').Skip(1).Aggregate(root, (node, name) => node[name]!.AsObject());

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node, Func<MemberInfo, string?> describe)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        schema.Remove("required");
        schema.Remove("default");
        schema.Remove("$comment");
        if (schema["properties"] is not null)
        {
            schema["additionalProperties"] = false;
        }

        if (context.TypeInfo.Type == typeof(TimeSpan) || context.TypeInfo.Type == typeof(TimeSpan?))
        {
            schema["pattern"] = TimePattern;
        }

        if (context.PropertyInfo?.AttributeProvider is MemberInfo member)
        {
            AddRules(schema, member);
            if (describe(member) is { } text)
            {
                schema.Insert(0, "description", text);
            }
        }

        return schema;
    }

    private static void AddRules(JsonObject schema, MemberInfo member)
    {
        if (member.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            schema["minimum"] = Number(range.Minimum);
            schema["maximum"] = Number(range.Maximum);
        }
        else if (member is PropertyInfo { PropertyType: var type } && type == typeof(uint))
        {
            schema["minimum"] = 0;
            schema["maximum"] = uint.MaxValue;
        }

        if (member.GetCustomAttribute<RegularExpressionAttribute>() is { } form)
        {
            schema["pattern"] = form.Pattern;
        }

        if (member.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed)
        {
            schema["enum"] = new JsonArray([.. allowed.Values.Select(value => JsonValue.Create(value?.ToString()))]);
        }
    }

    // Whole limits are written without a fraction, so that messages quote them as a person would.
    private static JsonValue Number(object limit)
    {
        var value = Convert.ToDouble(limit);
        return value == Math.Floor(value) && Math.Abs(value) < 1e15 ? JsonValue.Create((long)value) : JsonValue.Create(value);
    }
}
