using DataEnvGym.Hosting.Api.Rules;
using Microsoft.Extensions.Configuration;

namespace DataEnvGym.Hosting.Api;

/// <summary>The settings of the HTTP API.</summary>
public sealed record ApiOptions
{
    /// <summary><c>Auth:RequireRoles</c>: whether callers need app roles, which App Service authentication must then put into the request.</summary>
    public bool RequireRoles { get; init; }

    /// <summary><c>Limits:*</c>.</summary>
    public HostedLimits Limits { get; init; } = new();

    /// <summary><c>Data:Folder</c>.</summary>
    public DataFolder Data { get; init; } = new(null);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting has no valid value.</exception>
    public static ApiOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var requireRoles = configuration["Auth:RequireRoles"];
        return new()
        {
            RequireRoles = string.IsNullOrEmpty(requireRoles)
                ? false
                : bool.TryParse(requireRoles, out var value) ? value : throw new InvalidOperationException($"The setting Auth:RequireRoles is '{requireRoles}'; set it to true or false."),
            Limits = HostedLimits.Read(configuration.GetSection("Limits")),
            Data = new(configuration["Data:Folder"]),
        };
    }
}
