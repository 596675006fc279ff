namespace DataEnvGym.Azure.Storage;

/// <summary>The settings of the storage account cannot be used. The message never holds a key.</summary>
public sealed class AzureStorageException(string message) : Exception(message);
