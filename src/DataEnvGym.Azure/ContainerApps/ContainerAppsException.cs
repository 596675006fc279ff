namespace DataEnvGym.Azure.ContainerApps;

/// <summary>Azure Container Apps refused a request, or the settings for it cannot be used.</summary>
public sealed class ContainerAppsException(string message) : Exception(message);
