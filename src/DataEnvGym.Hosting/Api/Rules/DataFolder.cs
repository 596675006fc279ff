using System.Text.RegularExpressions;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Hosting.Api.Rules;

/// <summary>
/// The one folder from which a hosted service reads data of tasks: the setting <c>Data:Folder</c>. Specs name what is in it, and nothing else on the
/// machine: no absolute path, no <c>..</c>, no way out through a link.
/// </summary>
/// <param name="path">The folder; none if the service has no data.</param>
public sealed partial class DataFolder(string? path)
{
    private readonly string? root = string.IsNullOrWhiteSpace(path) ? null : Path.GetFullPath(path);

    /// <summary>What is wrong with a name that a spec gives, such as <c>task.data</c>, without telling where the folder is; nothing if it can be used.</summary>
    public string? FindProblem(string? data)
    {
        if (data is null)
        {
            return null;
        }

        if (root is null)
        {
            return "this service has no data folder; leave it out, with a task that is made from seeds.";
        }

        if (!RelativeName().IsMatch(data))
        {
            return "is no name in the data folder; write it relative, in parts of letters, digits, '.', '_' and '-' that begin with a letter or digit, separated by '/'.";
        }

        var full = root;
        foreach (var part in data.Split('/'))
        {
            full = Path.Combine(full, part);
            if (new FileInfo(full).LinkTarget is not null)
            {
                return "passes through a link, which is not followed here; name the folder itself.";
            }
        }

        return Path.Exists(full) ? null : "there is nothing of that name in the data folder.";
    }

    /// <summary>A task as this machine can open it: with the full path of its data.</summary>
    /// <exception cref="PermanentException">The data cannot be used, whatever was found when the spec was accepted.</exception>
    public TaskSpec Resolve(TaskSpec task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.Data is { } data ? task with { Data = Resolve(data, "task.data") } : task;
    }

    /// <summary>The full path of something in the folder.</summary>
    /// <param name="data">Its name, as a spec gives it.</param>
    /// <param name="field">The field of the spec, for messages.</param>
    /// <exception cref="PermanentException">It cannot be used, whatever was found when the spec was accepted.</exception>
    public string Resolve(string data, string field)
    {
        ArgumentNullException.ThrowIfNull(data);
        return FindProblem(data) is { } problem
            ? throw new PermanentException($"{field}: \"{data}\" {problem}")
            : Path.Combine(root!, data.Replace('/', Path.DirectorySeparatorChar));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,7}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RelativeName();
}
