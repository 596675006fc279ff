using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataEnvGym.Cli.Commands;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting.Sites;

/// <summary>How a run is worked on, as its folder remembers it, so that a resumed run is worked on in the same way.</summary>
/// <param name="Store">See <see cref="StoreNames"/>, or the name of a storage account after <c>account:</c>.</param>
/// <param name="Workers">Worker processes on this machine.</param>
internal sealed record SiteChoice(string Store, int Workers)
{
    private const string Files = "files";
    private const string Azurite = "azurite";
    private const string AccountPrefix = "account:";

    /// <summary>The run's id in the store; none in the run's own folder.</summary>
    public string? Run { get; init; }

    /// <summary>What a run does that says nothing.</summary>
    public static SiteChoice Default { get; } = new(Files, 0);

    /// <summary>What <c>--store</c> takes.</summary>
    public static string StoreNames => $"{Files}, {Azurite} or {AccountPrefix}NAME";

    /// <summary>Whether artefacts are files of the run's folder and students live in this process.</summary>
    public bool IsLocal => Store == Files;

    /// <summary>The storage account; none for a store of this machine's own.</summary>
    public string? Account => Store.StartsWith(AccountPrefix, StringComparison.Ordinal) ? Store[AccountPrefix.Length..] : null;

    /// <summary>Reads the options of a command.</summary>
    /// <exception cref="UsageException">They do not go together.</exception>
    public static SiteChoice Of(string store, int? workers)
    {
        var choice = new SiteChoice(store, workers ?? (store == Azurite ? 1 : 0));
        if (store is not (Files or Azurite) && string.IsNullOrEmpty(choice.Account))
        {
            throw new UsageException($"--store {store} is none of {StoreNames}.");
        }

        return choice switch
        {
            { IsLocal: true, Workers: > 0 } => throw new UsageException($"--workers needs a store that workers can reach: add --store {Azurite}."),
            { Store: Azurite, Workers: 0 } => throw new UsageException($"--store {Azurite} is this run's own, so that no other workers can reach it: choose --workers of at least 1."),
            _ => choice,
        };
    }

    /// <summary>The same for a run: in an account that others use too, its id must be nobody else's.</summary>
    public SiteChoice For(EpisodeSpec spec) => this with
    {
        Run = IsLocal ? null : Account is null ? EpisodeIds.Of(spec) : $"{EpisodeIds.Of(spec)}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}",
    };

    /// <summary>What a run's folder remembers.</summary>
    public static async Task<SiteChoice> ReadAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(PathIn(folder)))
        {
            return Default;
        }

        await using var stream = File.OpenRead(PathIn(folder));
        return await JsonSerializer.DeserializeAsync(stream, SiteJson.Default.SiteChoice, cancellationToken) ?? Default;
    }

    /// <summary>Has a run's folder remember it.</summary>
    public Task WriteAsync(RunFolder folder, CancellationToken cancellationToken) => IsLocal
        ? Task.CompletedTask
        : AtomicFile.WriteAsync(PathIn(folder), stream => JsonSerializer.SerializeAsync(stream, this, SiteJson.Default.SiteChoice, cancellationToken), cancellationToken);

    private static string PathIn(RunFolder folder) => Path.Combine(folder.FullPath, "site.json");
}

/// <summary>How a run's folder remembers where it is worked on.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SiteChoice))]
internal sealed partial class SiteJson : JsonSerializerContext;
