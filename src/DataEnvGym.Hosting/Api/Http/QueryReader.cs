using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Api.Http;

/// <summary>Reads the parameters of a request's query; what is malformed is refused by name.</summary>
internal static class QueryReader
{
    /// <summary>A text; nothing if it is left out.</summary>
    public static string? Text(HttpRequest request, string name, int longest)
    {
        var values = request.Query[name];
        if (values.Count > 1)
        {
            throw ApiException.Invalid(name, "is given more than once; give it once.");
        }

        if (values.Count == 0)
        {
            return null;
        }

        var text = values[0]!;
        return text.Length <= longest && !text.Any(char.IsControl)
            ? text
            : throw ApiException.Invalid(name, $"is not a text of at most {longest:N0} characters without control characters.");
    }

    /// <summary>A whole number; nothing if it is left out.</summary>
    public static int? Number(HttpRequest request, string name, int least, int most)
    {
        if (Text(request, name, 20) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw ApiException.Invalid(name, $"is not a whole number from {least:N0} to {most:N0}.");
    }

    /// <summary><c>true</c> or <c>false</c>; false if it is left out.</summary>
    public static bool Flag(HttpRequest request, string name) => Text(request, name, 10) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw ApiException.Invalid(name, "is neither true nor false."),
    };
}
