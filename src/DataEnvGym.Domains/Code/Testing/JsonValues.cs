using System.Numerics;
using System.Text.Json;

namespace DataEnvGym.Domains.Code.Testing;

/// <summary>Compares values.</summary>
internal static class JsonValues
{
    /// <summary>
    /// Whether two values are the same: kinds must agree (<c>true</c> is not 1), the order of arrays matters, that of properties does not. Two whole numbers are the same if they are equal, however long;
    /// where one is written with a fraction or an exponent, <see cref="Numbers.Near"/> decides.
    /// </summary>
    public static bool Same(JsonElement expected, JsonElement actual) => expected.ValueKind == actual.ValueKind && expected.ValueKind switch
    {
        JsonValueKind.Number => SameNumber(expected.GetRawText(), actual.GetRawText()),
        JsonValueKind.String => expected.GetString() == actual.GetString(),
        JsonValueKind.Array => expected.GetArrayLength() == actual.GetArrayLength() && expected.EnumerateArray().Zip(actual.EnumerateArray()).All(pair => Same(pair.First, pair.Second)),
        JsonValueKind.Object => expected.GetPropertyCount() == actual.GetPropertyCount()
            && expected.EnumerateObject().All(property => actual.TryGetProperty(property.Name, out var other) && Same(property.Value, other)),
        _ => true,
    };

    private static bool SameNumber(string expected, string actual) =>
        BigInteger.TryParse(expected, out var whole) && BigInteger.TryParse(actual, out var other) ? whole == other : Numbers.Near(expected, actual);
}
