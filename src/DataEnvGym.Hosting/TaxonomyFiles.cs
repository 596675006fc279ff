using DataEnvGym.Core.Skills;

namespace DataEnvGym.Hosting;

/// <summary>Taxonomies in files of this machine.</summary>
public static class TaxonomyFiles
{
    /// <summary>Reads one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="TaxonomyException">There is no such file, or it is no taxonomy.</exception>
    public static async Task<Taxonomy> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new TaxonomyException($"there is no taxonomy at {path}; make one: dataenvgym skills export RUN {Path.GetFileName(path)}");
        }

        return file.Length <= TaxonomyReader.MaxLength
            ? TaxonomyReader.Read(await File.ReadAllBytesAsync(path, cancellationToken), path)
            : throw new TaxonomyException($"{path} is larger than {TaxonomyReader.MaxLength:N0} bytes; it is no taxonomy.");
    }
}
