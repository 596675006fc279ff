namespace DataEnvGym.Azure.Azurite;

/// <summary>Azurite cannot be installed or started. The message says what to do.</summary>
public class AzuriteException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Node.js or its npm is missing.</summary>
public sealed class NodeMissingException(string program, Exception? inner = null) : AzuriteException(
    $"'{program}' was not found; Azurite, the storage service on this machine, needs Node.js 18 or later. {InstallHint}", inner)
{
    /// <summary>How to install it.</summary>
    public const string InstallHint = "Install it: apt-get install nodejs npm (Debian, Ubuntu), brew install node (macOS), winget install OpenJS.NodeJS.LTS (Windows).";
}
