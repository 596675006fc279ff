using System.Text.RegularExpressions;

namespace DataEnvGym.Azure.Storage;

/// <summary>
/// Which storage account to use: Azurite by connection string, or an account in the cloud by name and identity. A record's text would show the
/// connection string, so this is a class.
/// </summary>
public sealed partial class AzureStorageOptions
{
    /// <summary>Setting of <see cref="ConnectionString"/>.</summary>
    public const string ConnectionStringSetting = "Storage:ConnectionString";

    /// <summary>Setting of <see cref="AccountName"/>.</summary>
    public const string AccountNameSetting = "Storage:AccountName";

    /// <summary>Setting of <see cref="ClientId"/>.</summary>
    public const string ClientIdSetting = "Storage:ClientId";

    /// <summary>Connection string of an Azurite.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Name of an account in the cloud, which is reached as the identity that the process runs under.</summary>
    public string? AccountName { get; init; }

    /// <summary>Client id of the user-assigned identity to use; none for the system-assigned one, or a person's.</summary>
    public string? ClientId { get; init; }

    /// <summary>Reads the options from settings; an empty setting is none.</summary>
    /// <param name="setting">Gives a setting's value by its name, such as <c>Storage:AccountName</c>.</param>
    public static AzureStorageOptions Read(Func<string, string?> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return new() { ConnectionString = Get(ConnectionStringSetting), AccountName = Get(AccountNameSetting), ClientId = Get(ClientIdSetting) };

        string? Get(string name) => string.IsNullOrWhiteSpace(setting(name)) ? null : setting(name);
    }

    /// <summary>Refuses options that name no account, or two.</summary>
    /// <exception cref="AzureStorageException">They cannot be used; the message says what to set.</exception>
    public void Validate()
    {
        if (ConnectionString is null == AccountName is null)
        {
            throw new AzureStorageException(
                $"Set either {ConnectionStringSetting} (for Azurite) or {AccountNameSetting} (for an account in the cloud); "
                + (AccountName is null ? "neither is set." : "both are set."));
        }

        if (AccountName is not null && !Account().IsMatch(AccountName))
        {
            throw new AzureStorageException($"{AccountNameSetting} must be 3 to 24 lower-case letters and digits, the name of a storage account.");
        }

        if (ClientId is not null && !Guid.TryParse(ClientId, out _))
        {
            throw new AzureStorageException($"{ClientIdSetting} is '{ClientId}'; it must be the client id of an identity, a GUID.");
        }
    }

    /// <summary>Names the account, and never holds the connection string.</summary>
    public override string ToString() => AccountName is null ? "storage by connection string" : $"storage account {AccountName}";

    [GeneratedRegex(@"\A[a-z0-9]{3,24}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Account();
}
